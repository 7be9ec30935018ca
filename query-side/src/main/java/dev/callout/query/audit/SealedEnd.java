package dev.callout.query.audit;

import dev.callout.api.RefusalCode;
import dev.callout.api.audit.NewestSealed;
import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.Statements;
import dev.callout.query.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far the history is sealed, as it is kept outside the database: whoever can write into the database alone can
 * neither cut the end off unseen, nor have it sealed anew.
 */
@Component
class SealedEnd {

    private final Blocks blocks;
    private final CheckpointFolder folder;
    private final SigningKey key;

    SealedEnd(Blocks blocks, CheckpointFolder folder, SigningKey key) {
        this.blocks = blocks;
        this.folder = folder;
        this.key = key;
    }

    /** Writes down what is sealed by now, if it goes on from what was. */
    synchronized void note() {
        var last = blocks.last();
        if (folder.isWanted()
                && last.number() != folder.newest().map(NewestSealed::block).orElse(0L)) {
            require(last);
            folder.publish(Statements.sign(
                    new NewestSealed(
                            last.number(),
                            last.lastPosition(),
                            last.hash().toString(),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                            key.publicKey(),
                            null),
                    key));
        }
    }

    /** Refuses to go on from a last block that is not ours, or does not reach to what was sealed before. */
    void require(KeptBlock last) {
        if (!blocks.isOurs(last)) {
            throw broken(
                    "Block %d was not sealed by this product: its keyed hash does not fit.".formatted(last.number()));
        }
        if (folder.hasNewest()) {
            var newest = folder.newest()
                    .orElseThrow(
                            () -> broken("What the checkpoint folder says of the newest sealed block cannot be read."));
            finding(newest).ifPresent(finding -> {
                throw broken(finding.message());
            });
        }
    }

    static RuntimeException broken(String why) {
        return Refused.of(
                RefusalCode.HISTORY_BROKEN,
                "The history is not as it was sealed, so nothing more is sealed or signed: " + why
                        + " ./callout verify-audit tells more, docs/audit.md what to do.");
    }

    /** What is wrong when this is said of the newest sealed block. */
    Optional<Finding> finding(NewestSealed newest) {
        if (!Statements.isSigned(newest) || !key.publicKey().equals(newest.publicKey())) {
            return Optional.of(Finding.of(
                    Kind.END_MISSING,
                    "What was written down of the newest sealed block (%d) was changed: our signature does not fit."
                            .formatted(newest.block())));
        }
        var kept = blocks.kept(newest.block());
        if (kept.isEmpty()) {
            return Optional.of(Finding.of(
                    Kind.END_MISSING,
                    "The end is missing: on %s the history was sealed up to block %d, position %d; here it ends with block %d."
                            .formatted(
                                    newest.sealedAt(),
                                    newest.block(),
                                    newest.position(),
                                    blocks.last().number())));
        }
        return kept.filter(block -> !block.hash().toString().equals(newest.hash()))
                .map(block -> Finding.of(
                        Kind.END_MISSING,
                        "Block %d is not the one that was sealed on %s up to position %d: it was made anew after."
                                .formatted(newest.block(), newest.sealedAt(), newest.position())));
    }
}
