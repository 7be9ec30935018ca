package dev.callout.platform.audit;

import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs what is to be believed later (Ed25519). Keys and signatures are written in hexadecimal. */
public final class SigningKey {

    private static final String IN_FULL = "[0-9a-fA-F]{64}";
    private static final String FINGERPRINT = "[0-9a-fA-F]{4}(-[0-9a-fA-F]{4}){7}";

    private final Ed25519PrivateKeyParameters key;
    private final String publicKey;

    public SigningKey(byte[] secret) {
        key = new Ed25519PrivateKeyParameters(secret);
        publicKey = HexFormat.of().formatHex(key.generatePublicKey().getEncoded());
    }

    public String publicKey() {
        return publicKey;
    }

    String sign(byte[] statement) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(statement, 0, statement.length);
        return HexFormat.of().formatHex(signer.generateSignature());
    }

    static boolean isSigned(byte[] statement, String publicKey, String signature) {
        try {
            var signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(HexFormat.of().parseHex(publicKey)));
            signer.update(statement, 0, statement.length);
            return signer.verifySignature(HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException | NullPointerException noKeyOrSignature) {
            return false;
        }
    }

    /** Whether a text has the form of one of the two ways a key is shown: in full, or as its fingerprint. */
    public static boolean isNamedBy(String text) {
        return text.matches(IN_FULL) || text.matches(FINGERPRINT);
    }

    /** Whether a text names this key, in either way. */
    static boolean isNamedBy(String text, String publicKey) {
        return text.equalsIgnoreCase(publicKey) || text.equalsIgnoreCase(fingerprint(publicKey));
    }

    /** What people compare over the telephone. */
    public static String fingerprint(String publicKey) {
        try {
            var digest = Hash.of(HexFormat.of().parseHex(publicKey)).toString();
            return digest.substring(0, 32).replaceAll("(?<=\\G.{4})(?=.)", "-");
        } catch (IllegalArgumentException | NullPointerException noKey) {
            return "none";
        }
    }
}
