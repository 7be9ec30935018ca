package dev.callout.query.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.Verification;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.StoredEvents;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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
    private final Checkpoints checkpoints;

    HistoryCheck(
            StoredEvents stored, Blocks blocks, ChainCheck chain, CheckpointCheck signed, Checkpoints checkpoints) {
        this.stored = stored;
        this.blocks = blocks;
        this.chain = chain;
        this.signed = signed;
        this.checkpoints = checkpoints;
    }

    /** What is told while it runs. */
    Verification begun() {
        var last = blocks.last();
        var key = checkpoints.key().publicKey();
        return Verification.begun(
                Instant.now(), blocks.events(1, last.number()), last.number(), key, SigningKey.fingerprint(key));
    }

    /** The verdict; {@code progress} hears now and then how far it is. */
    Verification run(List<Checkpoint> published, Consumer<Verification> progress) {
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
        var number = signed.check(published, findings);
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
