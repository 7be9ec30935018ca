package dev.callout.query.audit;

import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.StoredEvents;

/** A block as it is kept: what it says, and the hash that was written down beside it. */
record KeptBlock(Block block, Hash hash) {

    /** What the first block follows. */
    static final KeptBlock NONE = new KeptBlock(
            new Block(0, Hash.NONE, StoredEvents.BEFORE_ALL, StoredEvents.BEFORE_ALL, 0, Hash.NONE), Hash.NONE);

    long number() {
        return block.number();
    }

    long lastPosition() {
        return block.lastPosition();
    }
}
