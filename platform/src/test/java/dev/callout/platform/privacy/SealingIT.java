package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.platform.OnRealPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a personal field on its way into the event store and back. */
@OnRealPort
class SealingIT {

    private @Autowired @Qualifier("eventSerializer") Serializer events;
    private @Autowired @Qualifier("messageSerializer") Serializer messages;
    private @Autowired EventStore store;
    private @Autowired PersonKeys keys;
    private @Autowired JdbcClient database;
    private @Autowired TransactionTemplate transaction;

    private final String ann = "CON-" + UUID.randomUUID();
    private final String home = "CUS-" + UUID.randomUUID();

    @Test
    void what_is_stored_shows_nothing_of_the_person_and_reads_as_it_was_written() {
        var event = contact("Ann Ågren");

        var stored = stored(event);

        assertThat(stored)
                .doesNotContain("Ann")
                .doesNotContain("gren")
                .contains(ann)
                .contains("\"en\"");
        assertThat(read(stored, ContactAdded.class)).isEqualTo(event);
    }

    @Test
    void nothing_is_sealed_where_there_is_nothing() {
        var event = new ContactAdded(home, ann, "Ann", null, null, null);

        assertThat(stored(event)).contains("\"email\":null");
        assertThat(read(stored(event), ContactAdded.class)).isEqualTo(event);
    }

    @Test
    void a_whole_address_is_sealed_in_one_piece() {
        var event = new SiteAdded(home, "SIT-1", "Home", new PostalAddress("Mill Lane 1", "8000", "Zurich", "CH"));

        assertThat(stored(event))
                .doesNotContain("Mill")
                .doesNotContain("Zurich")
                .doesNotContain("8000");
        assertThat(read(stored(event), SiteAdded.class)).isEqualTo(event);
    }

    @Test
    void the_first_owner_with_a_value_counts() {
        var ticket = "TCK-" + UUID.randomUUID();

        assertThat(stored(new TicketDescribed(ticket, ann, "Title", "Text"))).contains("\"of\":\"" + ann);
        assertThat(stored(new TicketDescribed(ticket, null, "Title", "Text"))).contains("\"of\":\"" + ticket);
    }

    @Test
    void the_same_words_never_look_the_same() {
        assertThat(stored(contact("Ann"))).isNotEqualTo(stored(contact("Ann")));
    }

    @Test
    void events_that_were_stored_in_plain_text_still_read() {
        assertThat(read(
                        new String(
                                messages.serialize(contact("Ann"), byte[].class).getData(), UTF_8),
                        ContactAdded.class))
                .isEqualTo(contact("Ann"));
    }

    @Test
    void commands_and_queries_are_not_sealed() {
        assertThat(messages.serialize(contact("Ann"), String.class).getData()).contains("\"name\":\"Ann\"");
    }

    @Test
    void refuses_a_value_that_was_moved_to_another_field_or_person() {
        var stored = stored(contact("Ann"));

        assertThatThrownBy(() -> read(swap(stored, "name", "phone"), ContactAdded.class))
                .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);

        var bob = "CON-" + UUID.randomUUID();
        stored(new ContactAdded(home, bob, "Bob", null, null, null)); // has a key of his own
        assertThatThrownBy(() -> read(stored.replace(ann, bob), ContactAdded.class))
                .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);
    }

    @Test
    void refuses_a_value_of_which_one_bit_was_changed() {
        var stored = stored(contact("Ann"));
        var at = stored.indexOf("\"sealed\":\"") + 30;
        var other = stored.charAt(at) == 'A' ? 'B' : 'A';

        assertThatThrownBy(() -> read(stored.substring(0, at) + other + stored.substring(at + 1), ContactAdded.class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_key_that_is_missing_is_an_accident_and_no_erasure() {
        var stored = stored(contact("Ann"));
        database.sql("DELETE FROM person_key WHERE person_id = ?").param(ann).update();
        keys.forget();

        assertThatThrownBy(() -> read(stored, ContactAdded.class)).hasStackTraceContaining("no key of " + ann);
    }

    @Test
    void a_wrapped_key_serves_nobody_else() {
        var stored = stored(contact("Ann"));
        var bob = "CON-" + UUID.randomUUID();
        database.sql("INSERT INTO person_key (person_id, wrapped_key)"
                        + " SELECT ?, wrapped_key FROM person_key WHERE person_id = ?")
                .params(bob, ann)
                .update();

        assertThatThrownBy(() -> read(stored.replace(ann, bob), ContactAdded.class))
                .hasStackTraceContaining("cannot be opened");
    }

    @Test
    void who_is_erased_reads_erased_and_stays_so() {
        var before = stored(contact("Ann"));
        var site =
                stored(new SiteAdded(ann, "SIT-1", "Home", new PostalAddress("Mill Lane 1", "8000", "Zurich", "CH")));

        transaction.executeWithoutResult(status -> keys.destroy(List.of(ann)));

        assertThat(read(before, ContactAdded.class))
                .isEqualTo(new ContactAdded(home, ann, "erased", "erased", "erased", "en"));
        assertThat(read(site, SiteAdded.class).address())
                .isEqualTo(new PostalAddress("erased", "erased", "erased", "erased"));
        var after = stored(contact("Ann again"));
        assertThat(read(after, ContactAdded.class).name()).isEqualTo("erased");
        assertThat(keys.isErased(ann)).isTrue();
        assertThat(database.sql("SELECT wrapped_key FROM person_key WHERE person_id = ?")
                        .param(ann)
                        .query(byte[].class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void an_erasure_that_is_rolled_back_erases_nobody() {
        var stored = stored(contact("Ann"));

        transaction.executeWithoutResult(status -> {
            keys.destroy(List.of(ann));
            status.setRollbackOnly();
        });
        keys.forget();

        assertThat(read(stored, ContactAdded.class).name()).isEqualTo("Ann");
    }

    @Test
    void a_text_goes_with_its_author_as_well_as_with_whom_the_ticket_is_about() {
        var author = "ACC-" + UUID.randomUUID();
        var first = stored(comment(author, "Hello"));
        var second = stored(comment("ACC-" + UUID.randomUUID(), "Hello"));
        assertThat(first).contains("\"of\":\"" + ann).contains("\"by\":\"" + author);
        assertThat(read(first, CommentAdded.class)).isEqualTo(comment(author, "Hello"));

        transaction.executeWithoutResult(status -> keys.destroy(List.of(author)));
        assertThat(read(first, CommentAdded.class).body()).isEqualTo("erased");
        assertThat(read(second, CommentAdded.class).body()).isEqualTo("Hello");
        assertThat(read(stored(comment(author, "Again")), CommentAdded.class).body())
                .isEqualTo("erased");

        transaction.executeWithoutResult(status -> keys.destroy(List.of(ann)));
        assertThat(read(second, CommentAdded.class).body()).isEqualTo("erased");
    }

    @Test
    void the_author_of_a_text_cannot_be_exchanged_or_left_out() {
        var author = "ACC-" + UUID.randomUUID();
        var other = "ACC-" + UUID.randomUUID();
        stored(comment(other, "has a key"));
        var stored = stored(comment(author, "Hello"));

        for (var forged : List.of(
                stored.replace("\"by\":\"" + author, "\"by\":\"" + other),
                stored.replace("\"by\":\"" + author + "\",", ""))) {
            assertThatThrownBy(() -> read(forged, CommentAdded.class))
                    .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);
        }
    }

    @Test
    void where_an_event_names_no_author_its_text_goes_with_who_caused_it() {
        var author = "ACC-" + UUID.randomUUID();
        var ticket = "TCK-" + UUID.randomUUID();
        var by = stored(ticket, 0, author);
        var byNobody = stored(ticket, 1, Actor.SYSTEM.accountId());

        assertThat(by).contains("\"by\":\"" + author);
        assertThat(byNobody).doesNotContain("\"by\"");
        assertThat(read(by, TicketDescribed.class).title()).isEqualTo("Title");
        transaction.executeWithoutResult(status -> keys.destroy(List.of(author)));
        assertThat(read(by, TicketDescribed.class).title()).isEqualTo("erased");
        assertThat(read(byNobody, TicketDescribed.class).title()).isEqualTo("Title");
    }

    /** Inside of work that somebody else has begun. */
    private String stored(String ticket, long version, String actor) {
        var work = DefaultUnitOfWork.startAndGet(
                GenericEventMessage.asEventMessage("cause").andMetaData(Map.of("actor", "ACC-of-the-cause")));
        work.execute(() -> store.publish(new GenericDomainEventMessage<>(
                "Ticket", ticket, version, new TicketDescribed(ticket, ann, "Title", "Text"), Map.of("actor", actor))));
        return database.sql("SELECT payload FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " AND sequence_number = ?")
                .params(ticket, version)
                .query((row, n) -> new String(row.getBytes("payload"), UTF_8))
                .single();
    }

    private CommentAdded comment(String author, String body) {
        return new CommentAdded("TCK-1", "CMT-1", author, AuthorKind.CUSTOMER, ann, body, false, null, Instant.EPOCH);
    }

    private ContactAdded contact(String name) {
        return new ContactAdded(home, ann, name, "ann@home.example", "+41 44 1", "en");
    }

    private String stored(Object event) {
        return new String(events.serialize(event, byte[].class).getData(), UTF_8);
    }

    private <T> T read(String stored, Class<T> type) {
        return events.deserialize(
                new SimpleSerializedObject<>(stored.getBytes(UTF_8), byte[].class, type.getName(), "1"));
    }

    private static String swap(String json, String one, String other) {
        return json.replace("\"" + one + "\"", "\"?\"")
                .replace("\"" + other + "\"", "\"" + one + "\"")
                .replace("\"?\"", "\"" + other + "\"");
    }
}
