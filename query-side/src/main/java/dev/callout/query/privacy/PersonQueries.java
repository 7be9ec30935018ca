package dev.callout.query.privacy;

import dev.callout.api.RefusalCode;
import dev.callout.api.privacy.FindPerson;
import dev.callout.api.privacy.PersonKind;
import dev.callout.api.privacy.PersonTraces;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.query.Refused;
import dev.callout.query.sql.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is known of a person, and where it shows. */
@Component
class PersonQueries {

    private static final String FIND = """
            SELECT 'CONTACT' AS kind, name, customer_id, contact_id AS key FROM customer_contact WHERE contact_id = :person
            UNION ALL
            SELECT 'CONSUMER', name, customer_id, NULL FROM customer WHERE customer_id = :person AND kind = 'CONSUMER'
            UNION ALL
            SELECT 'ACCOUNT', display_name, customer_id, contact_id FROM account WHERE account_id = :person""";

    private static final String COUNT = """
            SELECT
                (SELECT count(*) FROM customer_contact WHERE %1$s) AS contacts,
                (SELECT count(*) FROM account WHERE %1$s) AS accounts,
                (SELECT count(*) FROM ticket_details WHERE %1$s) AS tickets,
                (SELECT count(*) FROM ticket_details
                    WHERE %1$s AND status NOT IN ('RESOLVED', 'CLOSED', 'CANCELLED')) AS open_tickets,
                (SELECT count(*) FROM ticket_attachment JOIN ticket_details USING (ticket_id) WHERE %1$s) AS files""";

    private final JdbcClient db;
    private final Snapshot snapshot;
    private final PersonKeys keys;

    PersonQueries(JdbcClient db, Snapshot snapshot, PersonKeys keys) {
        this.db = db;
        this.snapshot = snapshot;
        this.keys = keys;
    }

    @QueryHandler
    PersonTraces handle(FindPerson query) {
        return snapshot.read(() -> find(query.personId())
                .map(person -> traces(query.personId(), person))
                .orElseThrow(() -> unknown(query.personId())));
    }

    private RuntimeException unknown(String id) {
        return db.sql("SELECT FROM customer WHERE customer_id = ?")
                        .param(id)
                        .query()
                        .listOfRows()
                        .isEmpty()
                ? Refused.notFound()
                : Refused.of(RefusalCode.NOT_A_PERSON, "A company is no person; look at its contacts one by one.");
    }

    /** {@code contactId} is the contact that the person is, if any: of an account, whose contact it belongs to. */
    private record Person(PersonKind kind, String name, String customerId, String contactId) {}

    /** How often a person shows. */
    private record Counts(int contacts, int accounts, int tickets, int openTickets, int files) {}

    private Optional<Person> find(String personId) {
        return db.sql(FIND)
                .param("person", personId)
                .query((row, n) -> new Person(
                        PersonKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("customer_id"),
                        row.getString("key")))
                .optional();
    }

    private PersonTraces traces(String personId, Person person) {
        var counts = counts(personId, person);
        var erased = keys.isErased(personId);
        return new PersonTraces(
                personId,
                person.kind(),
                erased ? null : person.name(),
                person.customerId(),
                counts.contacts(),
                counts.accounts(),
                counts.tickets(),
                counts.openTickets(),
                counts.files(),
                erased,
                erased ? List.of() : warnings(person, counts));
    }

    private Counts counts(String personId, Person person) {
        if (person.kind() == PersonKind.CONSUMER) {
            return count("customer_id = ?", personId);
        }
        return person.contactId() == null ? new Counts(0, 1, 0, 0, 0) : count("contact_id = ?", person.contactId());
    }

    private Counts count(String whose, String id) {
        return db.sql(COUNT.formatted(whose))
                .params(List.of(id, id, id, id, id))
                .query(Counts.class)
                .single();
    }

    private static List<String> warnings(Person person, Counts counts) {
        var warnings = new ArrayList<String>();
        if (counts.openTickets() > 0) {
            warnings.add("Work on " + counts.openTickets() + " tickets goes on, and nobody can be asked any more.");
        }
        if (person.kind() == PersonKind.ACCOUNT && person.contactId() != null) {
            warnings.add("The account belongs to contact " + person.contactId() + ", who is erased as a whole.");
        }
        if (person.kind() == PersonKind.ACCOUNT && person.contactId() == null) {
            warnings.add("What the account wrote on tickets stays: it is part of what those tickets tell.");
        }
        return warnings;
    }
}
