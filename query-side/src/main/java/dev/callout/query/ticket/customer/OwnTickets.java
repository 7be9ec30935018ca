package dev.callout.query.ticket.customer;

/** Which tickets are a customer's own, or one contact's where one is named. Decided by how things stand today. */
public final class OwnTickets {

    /** Narrows {@code customer_ticket}, with {@code customer} and {@code contact} as parameters. */
    public static final String CONDITION =
            "customer_id = :customer AND (CAST(:contact AS text) IS NULL OR contact_id = :contact)";

    private OwnTickets() {}
}
