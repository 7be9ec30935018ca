package dev.callout.query.ticket.customer;

/**
 * Which tickets are a customer's own, or one contact's where one is named: those the contact reported, and those of the
 * same customer in which they live on. Decided by how things stand today.
 */
public final class OwnTickets {

    /** Narrows {@code customer_ticket}, with {@code customer} and {@code contact} as parameters. */
    public static final String CONDITION = """
            customer_id = :customer AND (CAST(:contact AS text) IS NULL OR contact_id = :contact OR ticket_id IN (
                WITH RECURSIVE step AS (
                    SELECT merged_into FROM customer_ticket
                    WHERE customer_id = :customer AND contact_id = :contact AND merged_into IS NOT NULL
                    UNION
                    SELECT next.merged_into FROM step JOIN customer_ticket next
                        ON next.ticket_id = step.merged_into AND next.customer_id = :customer)
                SELECT merged_into FROM step))""";

    private OwnTickets() {}
}
