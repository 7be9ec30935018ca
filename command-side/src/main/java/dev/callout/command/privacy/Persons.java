package dev.callout.command.privacy;

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

    private Optional<Person> find(String id) {
        if (!ids("SELECT contact_id FROM contact_register WHERE contact_id = ?", id)
                .isEmpty()) {
            return Optional.of(person(PersonKind.CONTACT, id));
        }
        if (!ids("SELECT customer_id FROM customer_register WHERE customer_id = ?", id)
                .isEmpty()) {
            requireConsumer(id);
            return Optional.of(person(PersonKind.CONSUMER, id));
        }
        return jdbc.sql("SELECT contact_id FROM account_register WHERE account_id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString("contact_id")))
                .optional()
                .map(contact -> contact.map(contactId -> person(PersonKind.CONTACT, contactId))
                        .orElseGet(() -> person(PersonKind.ACCOUNT, id)));
    }

    private void requireConsumer(String customerId) {
        var registered =
                (CustomerRegistered) events.readEvents(customerId, 0).next().getPayload();
        if (registered.kind() != CustomerKind.CONSUMER) {
            throw new CommandRefused(NOT_A_PERSON, "A company is no person; erase its contacts one by one.");
        }
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
