package dev.callout.query.audit;

import dev.callout.api.audit.Verification;
import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedSnapshots;
import dev.callout.platform.audit.KeyedTokens;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.query.sql.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares every stored event with its seal, the seals with the chain, and the chain with what was signed for. */
@Component
class HistoryCheck {

    private static final int PROGRESS_EVERY_EVENTS = 5_000;
    private static final int AT_A_TIME = 1_000;

    private final StoredEvents stored;
    private final Blocks blocks;
    private final ChainCheck chain;
    private final CheckpointCheck signed;
    private final SealedEnd end;
    private final CheckpointFolder folder;
    private final KeyedRows rows;
    private final KeyedTokens positions;
    private final KeyedSnapshots snapshots;
    private final RegisterCheck registers;
    private final SigningKey key;
    private final Snapshot moment;

    HistoryCheck(
            StoredEvents stored,
            Blocks blocks,
            ChainCheck chain,
            CheckpointCheck signed,
            SealedEnd end,
            CheckpointFolder folder,
            KeyedRows rows,
            KeyedTokens positions,
            KeyedSnapshots snapshots,
            RegisterCheck registers,
            SigningKey key,
            Snapshot moment) {
        this.stored = stored;
        this.blocks = blocks;
        this.chain = chain;
        this.signed = signed;
        this.end = end;
        this.folder = folder;
        this.rows = rows;
        this.positions = positions;
        this.snapshots = snapshots;
        this.registers = registers;
        this.key = key;
        this.moment = moment;
    }

    /** What is told while it runs. */
    Verification begun() {
        var last = blocks.last();
        return Verification.begun(
                Instant.now(),
                blocks.events(1, last.number()),
                last.number(),
                key.publicKey(),
                SigningKey.fingerprint(key.publicKey()));
    }

    /**
     * The verdict; {@code progress} hears now and then how far it is. All of the database is seen as it is at one moment,
     * which comes after the moment that the folder is seen at: the database may only be ahead of it.
     */
    Verification run(VerifyHistory request, Consumer<Verification> progress) {
        var kept = folder.content();
        var found = moment.readAtLength(() -> compare(request, kept, progress));
        var differences = registers.differences();
        return differences.isEmpty() ? found : found.and(differences);
    }

    /** What is looked at whenever the product starts: all but the events themselves. */
    Verification atStart() {
        var findings = new ArrayList<Finding>();
        folder.newest().flatMap(end::finding).ifPresent(findings::add);
        findings.addAll(moment.readAtLength(this::notOurs));
        findings.addAll(registers.differences());
        return begun().found(findings, 0, 0, Instant.now());
    }

    private List<Finding> notOurs() {
        return Stream.of(snapshots.changed(), positions.changed(), rows.changed())
                .flatMap(List::stream)
                .toList();
    }

    private Verification compare(
            VerifyHistory request, CheckpointFolder.Content kept, Consumer<Verification> progress) {
        var begun = begun();
        var last = blocks.last();
        var findings = new Findings();
        var told = new long[1];
        chain.check(last, findings, done -> {
            if (done - told[0] >= PROGRESS_EVERY_EVENTS) {
                told[0] = done;
                progress.accept(begun.at(done));
            }
        });
        kept.unreadable()
                .forEach(file -> findings.unless(false, Kind.CHECKPOINT_BROKEN, "The file %s was changed.", file));
        Stream.concat(kept.newest().stream(), Stream.ofNullable(request.newestSealed()))
                .distinct()
                .flatMap(newest -> end.finding(newest).stream())
                .forEach(findings::add);
        var published = Stream.concat(request.published().stream(), kept.checkpoints().stream())
                .distinct()
                .toList();
        var number = signed.check(published, findings);
        notOurs().forEach(findings::add);
        return begun.found(findings.list(), number, notYetSealed(last.lastPosition()), Instant.now());
    }

    private long notYetSealed(long lastPosition) {
        var count = 0L;
        for (var some = stored.between(lastPosition, Long.MAX_VALUE, AT_A_TIME);
                !some.isEmpty();
                some = stored.between(some.get(some.size() - 1).position(), Long.MAX_VALUE, AT_A_TIME)) {
            count += some.size();
        }
        return count;
    }
}
