package dev.callout.platform.audit;

/** An event exactly as the event store holds it, personal data still encrypted. */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String aggregateType,
        String timestamp,
        String payloadType,
        String revision,
        byte[] payload,
        byte[] metaData) {

    /** What the chain keeps of it: every column counts. */
    public Hash hash() {
        return MerkleTree.leaf(new Canonical("callout-event-1")
                .number(position)
                .text(eventId)
                .text(aggregateId)
                .number(sequence)
                .text(aggregateType)
                .text(timestamp)
                .text(payloadType)
                .text(revision)
                .bytes(payload)
                .bytes(metaData)
                .written());
    }

    /** The event's name without its package. */
    public String name() {
        return payloadType.substring(payloadType.lastIndexOf('.') + 1);
    }
}
