package dev.callout.platform.audit;

import static dev.callout.platform.audit.SampleProof.KEY;
import static dev.callout.platform.audit.SampleProof.TICKET;
import static dev.callout.platform.audit.SampleProof.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.TicketProof;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the holder of a proof file is told when somebody worked on it. */
class ProofCheckTest {

    private static final SigningKey FORGER = new SigningKey(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    private final SampleProof sample = new SampleProof();

    private void refused(String message) {
        assertThatThrownBy(() -> ProofCheck.check(sample.proof(), null, List.of()))
                .isInstanceOf(UnsoundProof.class)
                .hasMessageContaining(message);
    }

    @Test
    void finds_nothing_where_nothing_is() {
        ProofCheck.check(sample.proof(), null, List.of());
        ProofCheck.check(sample.proof(), KEY.publicKey(), sample.checkpoints);
        ProofCheck.check(sample.proof(), SigningKey.fingerprint(KEY.publicKey()), sample.checkpoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "0a1b", "0a1b-2c3d", "5f0a…", "--checkpoint"})
    void knows_what_cannot_be_a_key(String text) {
        assertThat(SigningKey.isNamedBy(text)).isFalse();
        assertThat(SigningKey.isNamedBy(KEY.publicKey())).isTrue();
        assertThat(SigningKey.isNamedBy(SigningKey.fingerprint(KEY.publicKey())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void names_each_event_that_was_changed(int number) {
        sample.events.set(number, changed(sample.events.get(number), number, "{\"body\":\"forged\"}"));

        refused("Event " + number + " (CommentAdded, position "
                + sample.events.get(number).position() + ") was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void names_each_event_that_is_missing(int number) {
        sample.events.remove(number);

        refused("Event " + number + " is missing");
    }

    @Test
    void names_the_first_of_those_cut_off() {
        sample.events.subList(3, 6).clear();

        refused("Event 3 is missing: the history has 6 events, and there are only the first 3.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void names_each_event_that_was_added(int number) {
        sample.events.add(number + 1, changed(sample.events.get(number), number, "{\"body\":\"forged\"}"));

        refused("Event " + number + " (CommentAdded");
        refused("was added: one with its number comes before it.");
    }

    @Test
    void names_one_added_at_the_end() {
        sample.events.add(changed(sample.events.get(5), 6, "{\"body\":\"forged\"}"));

        refused("Event 6 (CommentAdded, position 32) was added");
    }

    @Test
    void names_one_of_another_ticket() {
        var event = sample.events.get(1);
        sample.events.set(
                1,
                new TicketProof.Event(
                        event.position(),
                        event.eventId(),
                        "TCK-other",
                        1,
                        event.aggregateType(),
                        event.timestamp(),
                        event.payloadType(),
                        event.revision(),
                        event.payload(),
                        event.metaData(),
                        event.block(),
                        event.place(),
                        event.path()));

        refused("was added: it belongs to TCK-other.");
    }

    @Test
    void names_events_whose_order_was_changed() {
        for (var first = 0; first < 5; first++) {
            Collections.swap(sample.events, first, first + 1);
            refused("is out of its place: event " + first + " comes after it.");
            Collections.swap(sample.events, first, first + 1);
        }
    }

    @Test
    void names_an_event_that_was_given_the_number_of_a_missing_one() {
        sample.events.remove(2);
        sample.events.set(2, changed(sample.events.get(2), 2, "{\"body\":\"3\"}"));

        refused("Event 2 (CommentAdded, position 22) was changed");
    }

    @Test
    void names_blocks_and_checkpoints_that_were_changed() {
        var block = sample.blocks.get(1);
        sample.blocks.set(
                1, new TicketProof.Block(2, block.previous(), 20, 22, 3, Hash.NONE.toString(), 1, block.path()));
        refused("Block 2 was changed");
        sample.blocks.set(1, block);

        var checkpoint = sample.checkpoints.get(1);
        sample.checkpoints.set(1, with(checkpoint, 4711, checkpoint.publicKey(), checkpoint.signature()));
        refused("Checkpoint 2 was changed");
    }

    @Test
    void names_what_is_missing_beside_the_events() {
        sample.blocks.remove(1);
        refused("The block that Event 2 (CommentAdded, position 21) is sealed in is missing.");

        var more = new SampleProof();
        more.checkpoints.remove(0);
        assertThatThrownBy(() -> ProofCheck.check(more.proof(), null, List.of()))
                .hasMessage("The checkpoint of block 1 is missing.");
    }

    @Test
    void believes_no_other_signature() {
        sample.manifest = new TicketProof.Manifest(
                TICKET, 5, sample.manifest.hash(), sample.manifest.issuedAt(), KEY.publicKey(), "00");
        refused("the manifest's signature does not fit");

        sample.manifest = Statements.sign(
                new TicketProof.Manifest(
                        TICKET, 6, sample.manifest.hash(), sample.manifest.issuedAt(), FORGER.publicKey(), null),
                FORGER);
        refused("Checkpoint 1 was signed with another key than the manifest.");
    }

    @Test
    void believes_only_the_key_it_was_given() {
        assertThatThrownBy(() -> ProofCheck.check(sample.proof(), FORGER.publicKey(), List.of()))
                .hasMessageContaining("another key")
                .hasMessageContaining(SigningKey.fingerprint(KEY.publicKey()));
    }

    @Test
    void holds_it_against_published_checkpoints() {
        var genuine = sample.checkpoints.get(1);
        var other = Statements.sign(with(genuine, 4711, KEY.publicKey(), null), KEY);
        assertThatThrownBy(() -> ProofCheck.check(sample.proof(), null, List.of(other)))
                .hasMessage("Checkpoint 2 is not the one that was published.");

        var later = new Checkpoint(9, "", 1, 1, "", 1, "", "", "");
        ProofCheck.check(sample.proof(), null, List.of(later, genuine));
        assertThatThrownBy(() -> ProofCheck.check(sample.proof(), null, List.of(later)))
                .hasMessage("None of the published checkpoints is in this proof, which has [1, 2].");
    }

    @Test
    void says_so_when_it_is_no_proof_at_all() {
        sample.events.set(0, null);
        refused("This is no proof");
        assertThatThrownBy(() -> ProofCheck.check(new TicketProof(null, null, null, null, null), null, List.of()))
                .hasMessageContaining("This is no proof");
    }

    @Test
    void has_a_fingerprint_that_people_can_compare() {
        assertThat(SigningKey.fingerprint(KEY.publicKey()))
                .matches("([0-9a-f]{4}-){7}[0-9a-f]{4}")
                .isNotEqualTo(SigningKey.fingerprint(FORGER.publicKey()));
        assertThat(SigningKey.fingerprint("no key")).isEqualTo("none");
    }

    private static Checkpoint with(Checkpoint checkpoint, long events, String publicKey, String signature) {
        return new Checkpoint(
                checkpoint.number(),
                checkpoint.previous(),
                checkpoint.firstBlock(),
                checkpoint.lastBlock(),
                checkpoint.root(),
                events,
                checkpoint.takenAt(),
                publicKey,
                signature);
    }
}
