package dev.callout.query.audit;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.StoredEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds what is stored against what was sealed, one block at a time. The block's root tells which of the two is still as
 * it was, and so whether an event or its seal was tampered with.
 */
final class BlockComparison {

    private final Block block;
    private final List<StoredEvent> stored;
    private final List<SealedEvent> sealed;
    private final List<Hash> hashes;
    private final boolean eventsAreGenuine;

    BlockComparison(Block block, List<StoredEvent> stored, List<SealedEvent> sealed) {
        this.block = block;
        this.stored = stored;
        this.sealed = sealed;
        this.hashes = stored.stream().map(StoredEvent::hash).toList();
        this.eventsAreGenuine = isRootOf(hashes);
    }

    private boolean isRootOf(List<Hash> leaves) {
        return leaves.size() == block.events() && new MerkleTree(leaves).root().equals(block.root());
    }

    /** The first thing that is not as it was sealed. */
    Optional<Finding> finding() {
        var difference = firstDifference();
        if (difference.isPresent() || eventsAreGenuine) {
            return difference;
        }
        return Optional.of(Finding.of(
                Kind.BLOCK_BROKEN,
                "Block %d does not fit its events and their seals (positions %d to %d), which were changed together."
                        .formatted(block.number(), block.firstPosition(), block.lastPosition())));
    }

    private Optional<Finding> firstDifference() {
        for (int i = 0, j = 0; i < stored.size() || j < sealed.size(); ) {
            var event = i < stored.size() ? stored.get(i) : null;
            var seal = j < sealed.size() ? sealed.get(j) : null;
            if (seal == null || event != null && event.position() < seal.position()) {
                return Optional.of(eventsAreGenuine ? sealMissing(event) : added(event));
            }
            if (event == null || seal.position() < event.position()) {
                return Optional.of(eventsAreGenuine ? sealAdded(seal) : missing(seal));
            }
            if (!Objects.equals(SealedEvent.of(event, hashes.get(i), block.number()), seal)) {
                return Optional.of(eventsAreGenuine ? sealChanged(seal) : changed(event, seal));
            }
            i++;
            j++;
        }
        return Optional.empty();
    }

    private static Finding changed(StoredEvent event, SealedEvent seal) {
        return event.hash().equals(seal.hash())
                ? about(Kind.SEAL_CHANGED, "has a seal that was changed", seal)
                : about(Kind.EVENT_CHANGED, "was changed", seal);
    }

    private static Finding missing(SealedEvent seal) {
        return about(Kind.EVENT_MISSING, "is missing", seal);
    }

    private static Finding sealChanged(SealedEvent seal) {
        return about(Kind.SEAL_CHANGED, "is genuine, but its seal was changed", seal);
    }

    private static Finding sealAdded(SealedEvent seal) {
        return about(Kind.SEAL_ADDED, "never was, but has a seal", seal);
    }

    private Finding sealMissing(StoredEvent event) {
        return about(Kind.SEAL_MISSING, "is genuine, but its seal is missing", unsealed(event));
    }

    private Finding added(StoredEvent event) {
        return about(Kind.EVENT_ADDED, "was added later", unsealed(event));
    }

    private SealedEvent unsealed(StoredEvent event) {
        return SealedEvent.of(event, event.hash(), block.number());
    }

    static Finding about(Kind kind, String what, SealedEvent event) {
        return new Finding(
                kind,
                "Event %s at position %d (%s, number %d of %s) %s."
                        .formatted(
                                event.eventId(),
                                event.position(),
                                event.event(),
                                event.sequence(),
                                event.aggregateId(),
                                what),
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence());
    }
}
