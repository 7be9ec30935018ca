package dev.callout.query.privacy;

import dev.callout.api.RefusalCode;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.privacy.FindPerson;
import dev.callout.api.privacy.ListTicketsOfPerson;
import dev.callout.api.privacy.PersonKind;
import dev.callout.api.privacy.PersonTraces;
import dev.callout.api.privacy.TicketOfPerson;
import dev.callout.api.privacy.TicketOfPersonPage;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.query.Refused;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is known of a person, and where it shows. */
@Component
class PersonQueries {

    private static final String FIND = """
            SELECT found.name, found.customer_id, found.contact_id, customer.kind, customer.name AS customer_name FROM (
                SELECT name, customer_id, contact_id FROM customer_contact WHERE contact_id = :id
                UNION ALL
                SELECT name, customer_id, NULL FROM customer WHERE customer_id = :id
                UNION ALL
                SELECT display_name, customer_id, contact_id FROM account WHERE account_id = :id) found
            LEFT JOIN customer USING (customer_id)""";

    private static final String MINE = "(contact_id = ANY(:contacts) OR customer_id = :consumer)";

    private static final String COUNT = """
            SELECT
                (SELECT count(*) FROM ticket_details WHERE %1$s) AS tickets,
                (SELECT count(*) FROM ticket_details
                    WHERE %1$s AND status NOT IN ('RESOLVED', 'CLOSED', 'CANCELLED')) AS open_tickets,
                (SELECT count(DISTINCT ticket_id) FROM ticket_history WHERE writer = ANY(:accounts)) AS tickets_with_texts,
                (SELECT count(*) FROM ticket_attachment JOIN ticket_details USING (ticket_id)
                    WHERE %1$s OR uploaded_by = ANY(:accounts)) AS files""".formatted(MINE);

    private static final String TICKETS = """
            (SELECT ticket_id, number, bool_or(reporter) AS reporter, sum(texts) AS texts FROM (
                SELECT ticket_id, number, true AS reporter, 0 AS texts FROM ticket_details WHERE %s
                UNION ALL
                SELECT ticket_id, ticket.number, false, 1 FROM ticket_history
                    JOIN ticket_history_ticket ticket USING (ticket_id) WHERE writer = ANY(:accounts)) parts
            GROUP BY ticket_id, number) tickets_of_person""".formatted(MINE);

    private static final Keyset BY_NUMBER =
            Keyset.of("number", false, new Column("number", Kind.TEXT), new Column("ticket_id", Kind.TEXT));

    private final JdbcClient db;
    private final PageReader pages;
    private final Snapshot snapshot;
    private final PersonKeys keys;

    PersonQueries(JdbcClient db, PageReader pages, Snapshot snapshot, PersonKeys keys) {
        this.db = db;
        this.pages = pages;
        this.snapshot = snapshot;
        this.keys = keys;
    }

    @QueryHandler
    PersonTraces handle(FindPerson query) {
        return snapshot.read(() -> traces(query.personId(), require(query.personId())));
    }

    @QueryHandler
    TicketOfPersonPage handle(ListTicketsOfPerson query) {
        var page = snapshot.read(() -> {
            var where = new Where();
            require(query.personId()).parameters().forEach(where::with);
            return pages.read(
                    TICKETS,
                    "SELECT * FROM page",
                    where,
                    BY_NUMBER,
                    query.pageSize(),
                    query.after(),
                    query.count(),
                    row -> new TicketOfPerson(
                            row.getString("ticket_id"),
                            row.getString("number"),
                            row.getBoolean("reporter"),
                            row.getInt("texts")));
        });
        return new TicketOfPersonPage(page.items(), page.next(), page.total());
    }

    /** One person with all its ids; {@code consumer} is the private customer that the person is, if any. */
    private record Person(
            String personId,
            PersonKind kind,
            String name,
            String customerId,
            String consumer,
            List<String> contacts,
            List<String> accounts) {

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("consumer", consumer);
            parameters.put("contacts", contacts.toArray(String[]::new));
            parameters.put("accounts", accounts.toArray(String[]::new));
            return parameters;
        }
    }

    /** How often a person shows. */
    private record Counts(int tickets, int openTickets, int ticketsWithTexts, int files) {}

    private Person require(String id) {
        return db.sql(FIND)
                .param("id", id)
                .query((row, n) -> person(id, row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private Person person(String id, ResultSet row) throws SQLException {
        var customerId = row.getString("customer_id");
        var contactId = row.getString("contact_id");
        if (CustomerKind.CONSUMER.name().equals(row.getString("kind"))) {
            return new Person(
                    customerId,
                    PersonKind.CONSUMER,
                    row.getString("customer_name"),
                    customerId,
                    customerId,
                    ids("SELECT contact_id FROM customer_contact WHERE customer_id = ?", customerId),
                    ids("SELECT account_id FROM account WHERE customer_id = ?", customerId));
        }
        if (id.equals(customerId)) {
            throw Refused.of(RefusalCode.NOT_A_PERSON, "A company is no person; look at its contacts one by one.");
        }
        var name = row.getString("name");
        return contactId == null
                ? new Person(id, PersonKind.ACCOUNT, name, customerId, null, List.of(), List.of(id))
                : new Person(
                        contactId,
                        PersonKind.CONTACT,
                        name,
                        customerId,
                        null,
                        List.of(contactId),
                        ids("SELECT account_id FROM account WHERE contact_id = ?", contactId));
    }

    private List<String> ids(String sql, String id) {
        return db.sql(sql).param(id).query(String.class).list();
    }

    private PersonTraces traces(String id, Person person) {
        var counts =
                db.sql(COUNT).params(person.parameters()).query(Counts.class).single();
        var erased = keys.isErased(person.personId());
        return new PersonTraces(
                person.personId(),
                person.kind(),
                erased ? null : person.name(),
                person.customerId(),
                person.contacts().size(),
                person.accounts().size(),
                counts.tickets(),
                counts.openTickets(),
                counts.ticketsWithTexts(),
                counts.files(),
                erased,
                erased ? List.of() : warnings(id, person, counts));
    }

    private static List<String> warnings(String id, Person person, Counts counts) {
        var warnings = new ArrayList<String>();
        if (counts.openTickets() > 0) {
            warnings.add("Work on " + counts.openTickets() + " tickets goes on, and nobody can be asked any more.");
        }
        if (counts.ticketsWithTexts() > 0) {
            warnings.add("Texts and files by this person on " + counts.ticketsWithTexts()
                    + " tickets will read \"erased\", whoever reported them.");
        }
        if (person.kind() == PersonKind.CONSUMER) {
            warnings.add("A private customer is one person: the customer, its contacts, sites, accounts and tickets are"
                    + " erased together.");
        } else if (!id.equals(person.personId())) {
            warnings.add("The account belongs to contact " + person.personId() + ", who is erased as a whole.");
        }
        return warnings;
    }
}
