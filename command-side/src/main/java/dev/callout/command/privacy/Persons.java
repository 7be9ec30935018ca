package dev.callout.command.privacy;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.ALREADY_ERASED;
import static dev.callout.api.RefusalCode.NOT_A_PERSON;
import static dev.callout.api.RefusalCode.NOT_FOUND;

import dev.callout.api.CommandRefused;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.privacy.PersonKind;
import dev.callout.platform.privacy.PersonKeys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who is a person, and under which ids they are kept. */
@Component
class Persons {

    private final JdbcClient jdbc;
    private final EventStore events;
    private final PersonKeys keys;

    Persons(JdbcClient jdbc, EventStore events, PersonKeys keys) {
        this.jdbc = jdbc;
        this.events = events;
        this.keys = keys;
    }

    /** One person and all ids that are theirs alone, the person's own first. */
    record Person(String personId, PersonKind kind, Set<String> keys) {}

    /** The person that an id means, who must not be erased yet. */
    Person require(String id) {
        if (keys.isErased(id)) {
            throw new CommandRefused(ALREADY_ERASED, "This person was erased already.");
        }
        return find(id).orElseThrow(() -> new CommandRefused(NOT_FOUND, "There is no such person."));
    }

    /** A private customer is one person, by whichever of its ids: the customer's, a contact's or an account's. */
    private Optional<Person> find(String id) {
        var known = jdbc.sql(FIND)
                .param("id", id)
                .query((row, n) -> new Known(row.getString("customer_id"), row.getString("contact_id")))
                .optional();
        return known.map(found -> {
            if (found.customerId() != null && isConsumer(found.customerId())) {
                return person(PersonKind.CONSUMER, found.customerId());
            }
            refuseWhen(
                    id.equals(found.customerId()),
                    NOT_A_PERSON,
                    "A company is no person; erase its contacts one by one.");
            return found.contactId() == null
                    ? person(PersonKind.ACCOUNT, id)
                    : person(PersonKind.CONTACT, found.contactId());
        });
    }

    private record Known(String customerId, String contactId) {}

    private static final String FIND = """
            SELECT customer_id, contact_id FROM contact_register WHERE contact_id = :id
            UNION ALL SELECT customer_id, NULL FROM customer_register WHERE customer_id = :id
            UNION ALL SELECT customer_id, contact_id FROM account_register WHERE account_id = :id""";

    private boolean isConsumer(String customerId) {
        var registered =
                (CustomerRegistered) events.readEvents(customerId, 0).next().getPayload();
        return registered.kind() == CustomerKind.CONSUMER;
    }

    private Person person(PersonKind kind, String personId) {
        return new Person(personId, kind, idsOf(kind, personId));
    }

    /** All ids under which a person is kept, as the registers know them now. */
    Set<String> idsOf(PersonKind kind, String personId) {
        var ids = new LinkedHashSet<String>();
        ids.add(personId);
        if (kind == PersonKind.CONTACT) {
            ids.addAll(ids("SELECT account_id FROM account_register WHERE contact_id = ?", personId));
        } else if (kind == PersonKind.CONSUMER) {
            ids.addAll(ids("SELECT contact_id FROM contact_register WHERE customer_id = ?", personId));
            ids.addAll(ids("SELECT account_id FROM account_register WHERE customer_id = ?", personId));
            ids.addAll(ids("SELECT ticket_id FROM ticket_register WHERE customer_id = ?", personId));
        }
        return ids;
    }

    private List<String> ids(String sql, String id) {
        return jdbc.sql(sql).param(id).query(String.class).list();
    }
}
