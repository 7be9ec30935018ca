package dev.callout.platform.audit;

import dev.callout.platform.keys.MasterKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hashes (HMAC-SHA-256) that nobody can make without the master key. What has the right one was written by the product;
 * whoever can write into the database alone cannot make one for anything of their own.
 */
@Component
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    @Autowired
    KeyedHash(MasterKey masterKey) {
        this(masterKey.deriveLasting(MasterKey.KEYED_HASHES));
    }

    public KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public byte[] of(Canonical content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.written());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a hash is the one of this content; never without a hash. */
    public boolean fits(byte[] hash, Canonical content) {
        return hash != null && MessageDigest.isEqual(hash, of(content));
    }
}
