package dev.callout.command.order;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.platform.http.FieldProblem;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.privacy.PersonKeys;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds customers that are known already by the same mail address, phone number or name. Kept in the transaction of the
 * events themselves, as digests.
 */
@Component
@ProcessingGroup(CustomerMatches.GROUP)
public class CustomerMatches {

    public static final String GROUP = "register-customer-matches";

    private static final String ITSELF = "";

    /** One thing that is said of a new customer, and the field that says it; the value may be null. */
    public record Said(String field, String kind, String value) {

        public static Said name(String field, String value) {
            return new Said(field, "NAME", value);
        }

        public static Said email(String field, String value) {
            return new Said(field, "EMAIL", value);
        }

        public static Said phone(String field, String value) {
            return new Said(field, "PHONE", value);
        }
    }

    private record Match(String customerId, Said said) {}

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    CustomerMatches(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Answers with the customer that is probably meant. A name alone says little, so it counts only for one of the same
     * kind.
     *
     * @param customerId the id that the new one will have: an order that is repeated is no duplicate of itself
     */
    public void refuseLikelyDuplicate(String customerId, CustomerKind kind, Stream<Said> said) {
        var matches = said.filter(each -> each.value() != null)
                .flatMap(each -> find(customerId, kind, each).stream())
                .toList();
        if (matches.isEmpty()) {
            return;
        }
        var existing = matches.get(0).customerId();
        throw new ProblemException(
                        ProblemCode.LIKELY_DUPLICATE,
                        "This is probably customer " + existing
                                + ". Send that customerId, or allowDuplicate=true to take on another one.",
                        matches.stream()
                                .map(match -> new FieldProblem(
                                        match.said().field(),
                                        ProblemCode.LIKELY_DUPLICATE.name(),
                                        "is also that of customer " + match.customerId()))
                                .distinct()
                                .toList())
                .existing(existing);
    }

    private List<Match> find(String customerId, CustomerKind kind, Said said) {
        return jdbc
                .sql("SELECT DISTINCT customer_id FROM customer_match JOIN customer_register known USING (customer_id)"
                        + " WHERE customer_match.kind = :kind AND digest = match_digest(:kind, :value)"
                        + " AND customer_id <> :self AND (:kind <> 'NAME' OR known.kind = :customerKind)"
                        + " AND NOT " + PersonKeys.isErasedSql("customer_id") + " AND NOT "
                        + PersonKeys.isErasedSql("contact_id") + " ORDER BY customer_id LIMIT 5")
                .param("kind", said.kind())
                .param("value", said.value())
                .param("self", customerId)
                .param("customerKind", kind.name())
                .query(String.class)
                .list()
                .stream()
                .map(found -> new Match(found, said))
                .toList();
    }

    // --- what is kept

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version) {
        keep(event.customerId(), ITSELF, event.name(), event.email(), event.phone(), version);
    }

    @EventHandler
    void on(CustomerDetailsChanged event, @SequenceNumber long version) {
        keep(event.customerId(), ITSELF, event.name(), event.email(), event.phone(), version);
    }

    @EventHandler
    void on(ContactAdded event, @SequenceNumber long version) {
        keep(event.customerId(), event.contactId(), null, event.email(), event.phone(), version);
    }

    @EventHandler
    void on(ContactChanged event, @SequenceNumber long version) {
        keep(event.customerId(), event.contactId(), null, event.email(), event.phone(), version);
    }

    @EventHandler
    void on(ContactErased event) {
        jdbc.sql("DELETE FROM customer_match WHERE customer_id = ? AND contact_id = ?")
                .params(event.customerId(), event.contactId())
                .update();
    }

    @EventHandler
    void on(CustomerErased event) {
        jdbc.sql("DELETE FROM customer_match WHERE customer_id = ?")
                .param(event.customerId())
                .update();
    }

    /** The latest event has the last word. Of whoever is erased there is nothing to keep. */
    private void keep(String customerId, String contactId, String name, String email, String phone, long version) {
        if (keys.isErased(customerId) || keys.isErased(contactId)) {
            return;
        }
        Stream.of(Said.name(null, name), Said.email(null, email), Said.phone(null, phone))
                .filter(said -> !said.kind().equals("NAME") || Objects.equals(contactId, ITSELF))
                .forEach(said -> jdbc.sql("INSERT INTO customer_match AS known VALUES (:customer, :contact, :kind,"
                                + " match_digest(:kind, :value), :version) ON CONFLICT (customer_id, contact_id, kind)"
                                + " DO UPDATE SET digest = excluded.digest, version = excluded.version"
                                + " WHERE known.version <= excluded.version")
                        .param("customer", customerId)
                        .param("contact", contactId)
                        .param("kind", said.kind())
                        .param("value", said.value())
                        .param("version", version)
                        .update());
    }
}
