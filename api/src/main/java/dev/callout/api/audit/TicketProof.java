package dev.callout.api.audit;

import java.util.List;

/**
 * A ticket's stored events with everything it takes to check, without us, that none was changed, left out or added.
 * Hashes, keys and signatures are hexadecimal, payloads are Base64.
 *
 * @param checkpoints all from the first to the last that is needed, so that each vouches for those before it
 */
public record TicketProof(
        String format, List<Event> events, List<Block> blocks, List<Checkpoint> checkpoints, Manifest manifest) {

    public static final String FORMAT = "callout-proof-1";

    /**
     * An event as it is stored, personal data still encrypted.
     *
     * @param place which one of its block it is, from 0
     * @param path the Merkle path from it to the block's root
     */
    public record Event(
            long position,
            String eventId,
            String aggregateId,
            long sequence,
            String aggregateType,
            String timestamp,
            String payloadType,
            String revision,
            String payload,
            String metaData,
            long block,
            int place,
            List<String> path) {}

    /** Events that were sealed together; {@code path} leads from its hash to the root of its checkpoint. */
    public record Block(
            long number,
            String previous,
            long firstPosition,
            long lastPosition,
            int events,
            String root,
            long checkpoint,
            List<String> path) {}

    /**
     * What the proof is of, signed: so it shows, too, when the last events are cut off.
     *
     * @param hash one over the hashes of all the events, in their order
     */
    public record Manifest(
            String ticketId, long events, String hash, String issuedAt, String publicKey, String signature) {

        public Manifest signed(String signature) {
            return new Manifest(ticketId, events, hash, issuedAt, publicKey, signature);
        }
    }
}
