package dev.callout.query.audit;

import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Canonical;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.StoredEvents;

/** A block as it is kept: what it says, and the hashes that were written down beside it, with and without a key. */
record KeptBlock(Block block, Hash hash, byte[] keyedHash) {

    /** What the first block follows. */
    static final KeptBlock NONE = new KeptBlock(
            new Block(0, Hash.NONE, StoredEvents.BEFORE_ALL, StoredEvents.BEFORE_ALL, 0, Hash.NONE), Hash.NONE, null);

    long number() {
        return block.number();
    }

    long lastPosition() {
        return block.lastPosition();
    }

    /** What the keyed hash is of. */
    static Canonical keyed(Block block) {
        return new Canonical("callout-block-keyed-1").hash(block.hash());
    }
}
