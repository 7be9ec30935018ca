package dev.callout.query.audit;

import dev.callout.api.audit.Verification.Kind;
import dev.callout.platform.audit.StoredEvents;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Goes through the whole chain, block by block, with the stored events beside it. */
@Component
class ChainCheck {

    private static final int BLOCKS_AT_A_TIME = 200;

    private final StoredEvents stored;
    private final SealedEvents sealed;
    private final Blocks blocks;

    ChainCheck(StoredEvents stored, SealedEvents sealed, Blocks blocks) {
        this.stored = stored;
        this.sealed = sealed;
        this.blocks = blocks;
    }

    /** Compares everything up to a block. */
    void check(KeptBlock last, Findings findings, LongConsumer progress) {
        var before = KeptBlock.NONE;
        var done = 0L;
        while (before.number() < last.number()) {
            for (var block : blocks.after(before.number(), last.number(), BLOCKS_AT_A_TIME)) {
                check(block, before, findings);
                before = block;
                done += block.block().events();
                progress.accept(done);
            }
        }
        var beyond = sealed.between(last.lastPosition(), Long.MAX_VALUE, 1);
        beyond.forEach(seal ->
                findings.add(BlockComparison.about(Kind.BLOCK_BROKEN, "is sealed, but its block is missing", seal)));
    }

    private void check(KeptBlock kept, KeptBlock before, Findings findings) {
        var block = kept.block();
        var from = before.lastPosition();
        findings.unless(
                block.number() == before.number() + 1, Kind.BLOCK_BROKEN, "Block %d is missing.", before.number() + 1);
        new BlockComparison(
                        block,
                        stored.between(from, block.lastPosition(), block.events() + 1),
                        sealed.between(from, block.lastPosition(), block.events() + 1))
                .finding()
                .ifPresent(findings::add);
        findings.unless(
                block.hash().equals(kept.hash()),
                Kind.BLOCK_BROKEN,
                "Block %d (positions %d to %d) was changed: its hash does not fit.",
                block.number(),
                block.firstPosition(),
                block.lastPosition());
        findings.unless(
                !block.hash().equals(kept.hash()) || blocks.isOurs(kept),
                Kind.BLOCK_BROKEN,
                "Block %d (positions %d to %d) was not sealed by this product: its keyed hash does not fit.",
                block.number(),
                block.firstPosition(),
                block.lastPosition());
        findings.unless(
                block.previous().equals(before.hash()),
                Kind.BLOCK_BROKEN,
                "Block %d (positions %d to %d) does not follow the block before it.",
                block.number(),
                block.firstPosition(),
                block.lastPosition());
        sealed.firstOutOfSequence(from, block.lastPosition())
                .ifPresent(event -> findings.add(BlockComparison.about(
                        Kind.SEQUENCE_BROKEN, "does not follow the event before it of the same aggregate", event)));
    }
}
