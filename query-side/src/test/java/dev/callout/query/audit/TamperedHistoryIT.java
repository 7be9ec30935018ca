package dev.callout.query.audit;

import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.Verification;
import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.api.audit.Verification.State;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.Statements;
import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.platform.http.HttpJson;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever can write into the database can change the past; here is how each way of it is found out, by name. */
@QueryTest
class TamperedHistoryIT {

    private @Autowired Story story;
    private @Autowired JdbcClient db;
    private @Autowired Sealing sealing;
    private @Autowired Checkpoints checkpoints;
    private @Autowired Blocks blocks;
    private @Autowired SealedEvents sealed;
    private @Autowired HistoryCheck check;
    private @Autowired StoredEvents events;
    private @Autowired SigningKey key;
    private @Autowired HttpJson json;
    private @Autowired DataSource database;
    private @Autowired PlatformTransactionManager transactions;

    private String ticketId;
    private SealedEvent target;
    private Checkpoint checkpoint;

    /** Two blocks, signed for, with the event that is to be tampered with in the middle of the first. */
    @BeforeEach
    void a_sealed_and_signed_history() throws Exception {
        ticketId = Tickets.newId();
        seal(raised(ticketId), comment(ticketId, "one"), comment(ticketId, "two"), comment(ticketId, "three"));
        var other = Tickets.newId();
        seal(raised(other), comment(other, "four"));
        checkpoint = checkpoints.take().orElseThrow();
        target = sealed.ofAggregate(ticketId).get(1);
        assertThat(verdict().findings()).isEmpty();
    }

    private static Object comment(String ticketId, String body) {
        return Tickets.comment(ticketId, AuthorKind.STAFF, body, false, "10:00");
    }

    private void seal(Object... events) throws Exception {
        story.tell(events);
        var last = db.sql("SELECT max(global_index) FROM domain_event_entry")
                .query(Long.class)
                .single();
        while (blocks.last().lastPosition() < last) {
            sealing.catchUp();
            Thread.sleep(10);
        }
    }

    private Verification verdict(Checkpoint... published) {
        return check.run(new VerifyHistory(List.of(published), null), progress -> {});
    }

    /** Does something to the database, looks what is found, and leaves no trace. */
    private <T> T after(Runnable tampering, Supplier<T> look) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            tampering.run();
            return look.get();
        });
    }

    private List<Finding> foundAfter(String sql) {
        return after(() -> assertThat(run(sql)).isPositive(), () -> verdict().findings());
    }

    private int run(String sql) {
        return db.sql(sql)
                .paramSource(Map.of(
                        "position", target.position(), "block", target.block(), "checkpoint", checkpoint.number()))
                .update();
    }

    private void assertNames(Kind kind, Finding finding) {
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.position()).isEqualTo(target.position());
        assertThat(finding.eventId()).isEqualTo(target.eventId());
        assertThat(finding.aggregateId()).isEqualTo(ticketId);
        assertThat(finding.sequence()).isEqualTo(1);
        assertThat(finding.message()).contains(target.eventId(), "number 1 of " + ticketId);
    }

    @Test
    void one_byte_of_one_event_changed() {
        var found =
                foundAfter("UPDATE domain_event_entry SET payload = set_byte(payload, 20, get_byte(payload, 20) # 1)"
                        + " WHERE global_index = :position");

        assertThat(found).hasSize(1);
        assertNames(Kind.EVENT_CHANGED, found.get(0));
    }

    @Test
    void any_other_column_of_an_event_changed() {
        for (var change : List.of(
                "meta_data = set_byte(meta_data, 3, 65)",
                "meta_data = null",
                "time_stamp = '2020-01-01T00:00:00.000Z'",
                "payload_type = payload_type || 'X'",
                "payload_revision = '9'",
                "type = null",
                "event_identifier = 'EVT-forged'")) {
            var found = foundAfter("UPDATE domain_event_entry SET " + change + " WHERE global_index = :position");
            assertThat(found).as(change).isNotEmpty();
            assertNames(Kind.EVENT_CHANGED, found.get(0));
        }
    }

    @Test
    void an_event_deleted() {
        var found = foundAfter("DELETE FROM domain_event_entry WHERE global_index = :position");

        assertNames(Kind.EVENT_MISSING, found.get(0));
    }

    @Test
    void the_last_events_deleted() {
        var found = after(
                () -> run("DELETE FROM domain_event_entry WHERE global_index > :position"),
                () -> verdict().findings());

        assertThat(found.get(0).kind()).isEqualTo(Kind.EVENT_MISSING);
        assertThat(found.get(0).position()).isEqualTo(target.position() + 1);
    }

    @Test
    void an_event_inserted_into_the_past() {
        for (var place : List.of("-7", "0")) {
            var found = foundAfter("INSERT INTO domain_event_entry SELECT " + place + ", 'EVT-forged', 'TCK-forged', 0,"
                    + " type, time_stamp, payload_type, payload_revision, payload, meta_data"
                    + " FROM domain_event_entry WHERE global_index = :position");
            assertThat(found.get(0).kind()).isEqualTo(Kind.EVENT_ADDED);
            assertThat(found.get(0).eventId()).isEqualTo("EVT-forged");
            assertThat(found.get(0).position()).isEqualTo(Long.parseLong(place));
        }
    }

    @Test
    void an_event_moved() {
        var found = foundAfter(
                "UPDATE domain_event_entry SET global_index = global_index + 1000000 WHERE global_index = :position");

        assertNames(Kind.EVENT_MISSING, found.get(0));
    }

    @Test
    void a_seal_changed() {
        for (var change : List.of(
                "hash = set_byte(hash, 0, get_byte(hash, 0) # 1)",
                "actor = 'ACC-somebody-else'",
                "recorded_at = now()",
                "block = block + 1")) {
            var found = foundAfter("UPDATE audit_event SET " + change + " WHERE position = :position");
            assertThat(found).as(change).isNotEmpty();
            assertNames(Kind.SEAL_CHANGED, found.get(0));
        }
    }

    @Test
    void a_seal_deleted_or_made_up() {
        assertNames(
                Kind.SEAL_MISSING,
                foundAfter("DELETE FROM audit_event WHERE position = :position").get(0));
        var made = foundAfter(
                        "INSERT INTO audit_event SELECT -1, block, hash, 'EVT-forged', aggregate_id, sequence, event,"
                                + " actor, role, channel, command_id, correlation_id, trace_id, recorded_at, occurred_at"
                                + " FROM audit_event WHERE position = :position")
                .get(0);
        assertThat(made.kind()).isEqualTo(Kind.SEAL_ADDED);
        assertThat(made.eventId()).isEqualTo("EVT-forged");
    }

    @Test
    void a_block_changed_or_deleted() {
        for (var change : List.of(
                "root = set_byte(root, 0, get_byte(root, 0) # 1)",
                "hash = set_byte(hash, 0, get_byte(hash, 0) # 1)",
                "previous = set_byte(previous, 0, get_byte(previous, 0) # 1)",
                "first_position = first_position - 1")) {
            var found = foundAfter("UPDATE audit_block SET " + change + " WHERE number = :block");
            assertThat(found).as(change).isNotEmpty();
            assertThat(found.get(0).kind()).as(change).isEqualTo(Kind.BLOCK_BROKEN);
            assertThat(found.get(0).message()).contains("Block " + target.block() + " ");
        }
        assertThat(foundAfter("DELETE FROM audit_block WHERE number = :block"))
                .anySatisfy(finding ->
                        assertThat(finding.message()).isEqualTo("Block %d is missing.".formatted(target.block())));
    }

    @Test
    void the_last_blocks_deleted() {
        assertThat(foundAfter("DELETE FROM audit_block WHERE number > :block"))
                .anySatisfy(finding -> assertThat(finding.message()).contains("is sealed, but its block is missing"))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT_BROKEN));
    }

    /** The event, its seal, its block and every block after it, as somebody would who knows how all this works. */
    private void rewriteEverythingButTheCheckpoint() {
        run("UPDATE domain_event_entry SET payload = set_byte(payload, 20, get_byte(payload, 20) # 1)"
                + " WHERE global_index = :position");
        var event = stored(target.position());
        db.sql("UPDATE audit_event SET hash = ? WHERE position = ?")
                .params(event.hash().bytes(), target.position())
                .update();
        var before = blocks.find(target.block()).previous();
        for (var kept : blocks.after(target.block() - 1, Long.MAX_VALUE, 1_000)) {
            var leaves =
                    sealed.ofBlock(kept.block()).stream().map(SealedEvent::hash).toList();
            var forged = new Block(
                    kept.number(),
                    before,
                    kept.block().firstPosition(),
                    kept.lastPosition(),
                    leaves.size(),
                    new MerkleTree(leaves).root());
            db.sql("UPDATE audit_block SET previous = ?, root = ?, hash = ? WHERE number = ?")
                    .params(before.bytes(), forged.root().bytes(), forged.hash().bytes(), forged.number())
                    .update();
            before = forged.hash();
        }
    }

    private StoredEvent stored(long position) {
        return events.at(List.of(position)).get(0);
    }

    /** What only somebody with the master key can do besides. */
    private void keyTheBlocksAnew() {
        blocks.after(target.block() - 1, Long.MAX_VALUE, 1_000).forEach(blocks::giveKeyedHash);
    }

    @Test
    void a_block_rewritten_consistently_by_somebody_without_the_key() {
        var found =
                after(this::rewriteEverythingButTheCheckpoint, () -> verdict().findings());

        assertThat(found.get(0).kind()).isEqualTo(Kind.BLOCK_BROKEN);
        assertThat(found.get(0).message())
                .contains("Block %d ".formatted(target.block()), "its keyed hash does not fit");
    }

    @Test
    void a_block_rewritten_consistently_with_the_key_but_not_the_checkpoint() {
        var found = after(
                () -> {
                    rewriteEverythingButTheCheckpoint();
                    keyTheBlocksAnew();
                },
                () -> verdict().findings());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Kind.CHECKPOINT_BROKEN);
        assertThat(found.get(0).message()).contains("that checkpoint %d was signed for".formatted(checkpoint.number()));
    }

    @Test
    void a_rewritten_history_is_neither_signed_for_nor_gone_on_with() {
        refusesAfter(
                () -> {
                    rewriteEverythingButTheCheckpoint();
                    run("DELETE FROM audit_checkpoint WHERE number = :checkpoint");
                },
                checkpoints::take);
        refusesAfter(this::rewriteEverythingButTheCheckpoint, () -> {
            blocks.lock(); // and not the job
            sealing.catchUp();
        });
    }

    private void refusesAfter(Runnable tampering, Runnable step) {
        assertThatThrownBy(() -> after(tampering, () -> {
                    step.run();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        QueryExecutionException.class,
                        refused -> assertThat(((Refusal) refused.getDetails().orElseThrow()).code())
                                .isEqualTo(RefusalCode.HISTORY_BROKEN));
    }

    @Test
    void keyed_hashes_taken_away_from_all_blocks() {
        var found = after(
                () -> run("UPDATE audit_block SET keyed_hash = NULL"),
                () -> verdict().findings());

        assertThat(found.get(0).message()).contains("Block 1 ", "its keyed hash does not fit");
    }

    @Test
    void keyed_hashes_are_given_to_blocks_from_before_there_were_any_and_never_again(@TempDir Path folder) {
        var outside = new CheckpointFolder(folder.toString(), json);
        var end = new SealedEnd(blocks, outside, key);
        var product = new Sealing(events, sealed, blocks, end, outside, transactions);
        Runnable old = () -> {
            run("UPDATE audit_block SET keyed_hash = NULL");
            blocks.lock(); // and not the job
            product.takeOverOldBlocks();
        };

        assertThat(after(old, () -> verdict().state())).isEqualTo(State.SOUND);
        end.note();
        assertThat(after(old, () -> verdict().state())).isEqualTo(State.BROKEN);
    }

    /** Events, seals, blocks and checkpoints: what is left fits together in every way. */
    private void cutTheEndOff() {
        run("DELETE FROM domain_event_entry WHERE global_index >= (SELECT first_position FROM audit_block"
                + " WHERE number = :block)");
        run("DELETE FROM audit_event WHERE block >= :block");
        run("DELETE FROM audit_block WHERE number >= :block");
        run("DELETE FROM audit_checkpoint WHERE last_block >= :block");
    }

    @Test
    void the_end_cut_off_without_a_trace_in_the_database(@TempDir Path folder) {
        var outside = new CheckpointFolder(folder.toString(), json);
        var end = new SealedEnd(blocks, outside, key);
        end.note();
        var newest = outside.newest().orElseThrow();

        var found = after(
                this::cutTheEndOff,
                () -> check.run(new VerifyHistory(List.of(), newest), progress -> {})
                        .findings());
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.END_MISSING);
            assertThat(finding.message()).contains("sealed up to block %d".formatted(newest.block()));
        });
        refusesAfter(this::cutTheEndOff, () -> end.require(blocks.last()));
        refusesAfter(
                () -> {
                    cutTheEndOff();
                    sealAsTheProductWould(appended());
                },
                end::note);
        refusesAfter(() -> assertThat(folder.resolve("newest-sealed.json")).exists(), () -> {
            outside.publish(newest.signed("00" + newest.signature().substring(2)));
            end.require(blocks.last());
        });
    }

    @Test
    void a_deleted_checkpoint_whose_number_another_one_is_to_get(@TempDir Path folder) throws Exception {
        var outside = new CheckpointFolder(folder.toString(), json);
        outside.publish(checkpoints.all());
        var signing = new Checkpoints(
                db, blocks, new SealedEnd(blocks, outside, key), outside, key, Duration.ofDays(1), transactions);

        refusesAfter(() -> run("DELETE FROM audit_checkpoint WHERE number = :checkpoint"), signing::take);
        seal(raised(Tickets.newId()));
        checkpoints.take();
        seal(raised(Tickets.newId()));
        refusesAfter(() -> run("DELETE FROM audit_checkpoint WHERE number = :checkpoint"), checkpoints::take);
        refusesAfter(
                () -> run("UPDATE audit_checkpoint SET events = events + 1 WHERE number = :checkpoint"),
                checkpoints::take);
    }

    @Test
    void a_snapshot_made_up_or_moved_to_another_aggregate() {
        var made = foundAfter("INSERT INTO snapshot_event_entry (event_identifier, aggregate_identifier,"
                + " sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)"
                + " SELECT 'EVT-forged', aggregate_identifier, 1, 'Ticket', time_stamp,"
                + " 'dev.callout.domain.ticket.Ticket', '1', payload, meta_data FROM domain_event_entry"
                + " WHERE global_index = :position");

        assertThat(made).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SNAPSHOT_CHANGED);
            assertThat(finding.message()).contains("The snapshot 1 of " + ticketId);
        });
    }

    @Test
    void a_processor_moved_ahead() {
        var moved = foundAfter("UPDATE token_entry SET token = convert_to(regexp_replace(convert_from(token, 'UTF8'),"
                + " '\"index\":\\d+', '\"index\":999999'), 'UTF8') WHERE processor_name = 'projection-ticket-board'");
        assertThat(moved).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.POSITION_CHANGED);
            assertThat(finding.message()).contains("processor projection-ticket-board, segment 0");
        });

        var swapped = foundAfter("UPDATE token_entry SET token = (SELECT token FROM token_entry"
                + " WHERE processor_name = 'projection-customers') WHERE processor_name = 'projection-ticket-board'");
        assertThat(swapped)
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.POSITION_CHANGED));
    }

    @Test
    void somebody_written_in_by_hand() {
        var found = foundAfter("INSERT INTO credential (account_id, username, role, active, changed_at)"
                + " VALUES ('ACC-forged', 'forged', 'ADMIN', true, now())");

        assertThat(found)
                .extracting(Finding::kind)
                .containsExactly(Kind.REGISTER_DIFFERS, Kind.REGISTER_DIFFERS); // neither keyed nor of an event
    }

    @Test
    void everything_rewritten_and_signed_anew_but_for_what_was_published() {
        var verdict = after(
                () -> {
                    rewriteEverythingButTheCheckpoint();
                    keyTheBlocksAnew();
                    run("DELETE FROM audit_checkpoint WHERE number = :checkpoint");
                    checkpoints.take().orElseThrow(); // with the real key
                    assertThat(verdict().state()).isEqualTo(State.SOUND);
                },
                () -> verdict(checkpoint));

        assertThat(verdict.state()).isEqualTo(State.BROKEN);
        assertThat(verdict.findings().get(0).kind()).isEqualTo(Kind.PUBLISHED_CHECKPOINT_DIFFERS);
        assertThat(verdict.findings().get(0).message())
                .contains("Checkpoint %d is not the one that was published".formatted(checkpoint.number()));
    }

    @Test
    void a_checkpoint_changed_deleted_or_signed_by_somebody_else() {
        assertThat(foundAfter("UPDATE audit_checkpoint SET events = events + 1 WHERE number = :checkpoint"))
                .anySatisfy(finding -> assertThat(finding.message()).contains("its signature does not fit"));
        assertThat(after(
                        () -> run("DELETE FROM audit_checkpoint WHERE number = :checkpoint"),
                        () -> verdict(checkpoint).findings()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is missing here"));

        var stranger = new SigningKey(new byte[32]);
        var forged = Statements.sign(
                new Checkpoint(
                        checkpoint.number(),
                        checkpoint.previous(),
                        checkpoint.firstBlock(),
                        checkpoint.lastBlock(),
                        checkpoint.root(),
                        checkpoint.events(),
                        checkpoint.takenAt(),
                        stranger.publicKey(),
                        null),
                stranger);
        assertThat(verdict(forged).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("signed with a key that is not ours"));
    }

    @Test
    void a_damaged_published_checkpoint_says_nothing_about_the_history() {
        var damaged = checkpoint.signed("00" + checkpoint.signature().substring(2));

        assertThat(verdict(damaged).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("The published checkpoint %d was changed: its signature does not fit."
                                .formatted(checkpoint.number())));
    }

    @Test
    void a_hole_in_an_aggregate_that_was_there_when_it_was_sealed() {
        var found = after(
                () -> {
                    run("INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                            + " type, time_stamp, payload_type, payload_revision, payload, meta_data)"
                            + " SELECT 'EVT-hole', aggregate_identifier, 99, type, time_stamp, payload_type,"
                            + " payload_revision, payload, meta_data FROM domain_event_entry"
                            + " WHERE global_index = :position");
                    sealAsTheProductWould(db.sql("SELECT max(global_index) FROM domain_event_entry")
                            .query(Long.class)
                            .single());
                },
                () -> verdict().findings());

        assertThat(found.get(0).kind()).isEqualTo(Kind.SEQUENCE_BROKEN);
        assertThat(found.get(0).eventId()).isEqualTo("EVT-hole");
    }

    /** An event of its own, whose position is told. */
    private long appended() {
        return db.sql("INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload) VALUES ('EVT-late', 'ANY-late', 0, 'Any',"
                        + " '2026-03-02T09:00:00.000Z', 'dev.callout.test.Happened', '{}') RETURNING global_index")
                .query(Long.class)
                .single();
    }

    private void sealAsTheProductWould(long position) {
        var event = stored(position);
        var last = blocks.last();
        var block = new Block(
                last.number() + 1, last.hash(), position, position, 1, new MerkleTree(List.of(event.hash())).root());
        blocks.add(block);
        sealed.add(List.of(SealedEvent.of(event, event.hash(), block.number())));
    }

    @Test
    void what_is_not_sealed_yet_is_counted_and_not_judged() throws Exception {
        try (var open = new Appending(database)) {
            open.append("ANY-" + ticketId, 0);
            var other = Tickets.newId();
            story.tell(raised(other));

            var verdict = verdict();
            assertThat(verdict.state()).isEqualTo(State.SOUND);
            assertThat(verdict.notYetSealed()).isPositive();
        }
    }
}
