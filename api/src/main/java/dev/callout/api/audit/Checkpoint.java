package dev.callout.api.audit;

/**
 * A signed word on everything that had happened up to a moment. Once it is published, nobody can change what it stands
 * for without being found out. Hashes, keys and signatures are hexadecimal.
 *
 * @param previous the hash of the checkpoint before, so that one of them vouches for all before it
 * @param root the Merkle root over the hashes of its blocks
 * @param events how many events there were in all, from the very first
 * @param takenAt as text, for it is signed to the letter
 */
public record Checkpoint(
        long number,
        String previous,
        long firstBlock,
        long lastBlock,
        String root,
        long events,
        String takenAt,
        String publicKey,
        String signature) {

    public Checkpoint signed(String signature) {
        return new Checkpoint(number, previous, firstBlock, lastBlock, root, events, takenAt, publicKey, signature);
    }
}
