package dev.callout.query.audit;

import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes blocks of the events that can no longer be overtaken by earlier ones. Appends know nothing of it. */
@Component
class Sealing {

    private static final int LARGEST_BLOCK = 1_000;

    private final StoredEvents stored;
    private final SealedEvents sealed;
    private final Blocks blocks;
    private final SealedEnd end;
    private final CheckpointFolder folder;
    private final TransactionTemplate transaction;

    Sealing(
            StoredEvents stored,
            SealedEvents sealed,
            Blocks blocks,
            SealedEnd end,
            CheckpointFolder folder,
            PlatformTransactionManager transactions) {
        this.stored = stored;
        this.sealed = sealed;
        this.blocks = blocks;
        this.end = end;
        this.folder = folder;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals whatever can be sealed now, unless another node is at it. */
    void catchUp() {
        var sealedNow = 0;
        do {
            sealedNow = next();
            end.note();
        } while (sealedNow == LARGEST_BLOCK);
    }

    /** Blocks from before there were keyed hashes get theirs, unless there ever were any. */
    void takeOverOldBlocks() {
        transaction.executeWithoutResult(status -> {
            if (!folder.hasNewest() && blocks.haveNoKeyedHashes() && blocks.tryLock()) {
                var before = KeptBlock.NONE;
                for (var some = blocks.after(0, Long.MAX_VALUE, LARGEST_BLOCK);
                        !some.isEmpty();
                        some = blocks.after(before.number(), Long.MAX_VALUE, LARGEST_BLOCK)) {
                    for (var block : some) {
                        blocks.giveKeyedHash(block);
                        before = block;
                    }
                }
            }
        });
    }

    /** Seals one block; how many events it holds. */
    private int next() {
        return transaction.execute(status -> blocks.tryLock() ? seal(blocks.last()) : 0);
    }

    private int seal(KeptBlock before) {
        end.require(before);
        var events = stored.between(before.lastPosition(), stored.settled(), LARGEST_BLOCK);
        if (!events.isEmpty()) {
            seal(before, events);
        }
        return events.size();
    }

    private void seal(KeptBlock before, List<StoredEvent> events) {
        var number = before.number() + 1;
        var hashes = events.stream().map(StoredEvent::hash).toList();
        var block = new Block(
                number,
                before.hash(),
                events.get(0).position(),
                events.get(events.size() - 1).position(),
                events.size(),
                new MerkleTree(hashes).root());
        blocks.add(block);
        sealed.add(IntStream.range(0, events.size())
                .mapToObj(i -> SealedEvent.of(events.get(i), hashes.get(i), number))
                .toList());
    }
}
