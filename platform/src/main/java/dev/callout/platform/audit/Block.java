package dev.callout.platform.audit;

/** Some events sealed together, in their order, and tied to all blocks before it. */
public record Block(long number, Hash previous, long firstPosition, long lastPosition, int events, Hash root) {

    public Hash hash() {
        return Hash.of(new Canonical("callout-block-1")
                .number(number)
                .hash(previous)
                .number(firstPosition)
                .number(lastPosition)
                .number(events)
                .hash(root)
                .written());
    }
}
