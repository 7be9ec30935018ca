package dev.callout.api.audit;

/**
 * A signed word on how far the history is sealed. It is kept outside the database, so that blocks missing at the end are
 * found. Hashes, keys and signatures are hexadecimal.
 *
 * @param block the number of the newest block
 * @param position of the last event in it
 * @param hash the block's
 * @param sealedAt as text, for it is signed to the letter
 */
public record NewestSealed(
        long block, long position, String hash, String sealedAt, String publicKey, String signature) {

    public NewestSealed signed(String signature) {
        return new NewestSealed(block, position, hash, sealedAt, publicKey, signature);
    }
}
