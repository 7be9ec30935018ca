package dev.callout.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.platform.WillNotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one secret that the operator keeps outside the database. What is secret at rest is encrypted with a key derived
 * from it, so a stolen database tells nothing, and a database without its key is refused instead of half read.
 */
@Component
public class MasterKey {

    private static final String FORM = "64 hexadecimal digits, such as `openssl rand -hex 32` writes";
    private static final int BYTES = 32;
    static final String CHECK = "master-key-check";
    static final String CHECK_PURPOSE = "check";
    static final String KEPT = "kept secrets";

    /** What the keys of persons are wrapped under. */
    public static final String PERSON_KEYS = "person keys";

    /** What signs for the history; one key has to vouch for all of it. */
    public static final String CHECKPOINTS = "checkpoints";

    /** What shows that a row in the database is our own work. */
    public static final String KEYED_HASHES = "keyed hashes";

    private final byte[] key;
    private final JdbcClient database;

    MasterKey(
            @Value("${callout.master-key:}") String key,
            @Value("${callout.master-key-file:}") String file,
            JdbcClient database) {
        this.key = read(key, file);
        this.database = database;
        requireTheOneOf(database);
    }

    /** Refuses what is no key: all that can be told of it before there is a database. */
    public static void requireForm(String key, String file) {
        read(key, file);
    }

    /** 32 bytes that nobody can know without the master key; the same for the same purpose, on every node. */
    public byte[] derive(String purpose) {
        return derive(key, purpose);
    }

    /** The same, but as it was under the first master key of this database, however often that was changed since. */
    public byte[] deriveLasting(String purpose) {
        return database.sql("select value from secret where name = :name")
                .param("name", keptName(purpose))
                .query(byte[].class)
                .optional()
                .map(kept -> Aes.open(Aes.key(derive(KEPT)), keptName(purpose).getBytes(UTF_8), kept))
                .orElseGet(() -> derive(purpose));
    }

    static String keptName(String purpose) {
        return "kept " + purpose;
    }

    /** What a database remembers of the key in this text, to tell the right one from others. */
    public static byte[] checkOf(String text, String where) {
        return derive(parse(text, where), CHECK_PURPOSE);
    }

    static byte[] derive(byte[] key, String purpose) {
        var derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(key, null, ("callout " + purpose).getBytes(UTF_8)));
        var derived = new byte[BYTES];
        derivation.generateBytes(derived, 0, BYTES);
        return derived;
    }

    private static byte[] read(String key, String file) {
        if (!key.isBlank()) {
            return parse(key, "CALLOUT_MASTER_KEY");
        }
        if (file.isBlank()) {
            throw new WillNotStart(
                    "There is no master key. Set CALLOUT_MASTER_KEY or CALLOUT_MASTER_KEY_FILE: " + FORM + ".");
        }
        try {
            return parse(Files.readString(Path.of(file)), file);
        } catch (IOException e) {
            throw new WillNotStart("The master key file " + file + " cannot be read.");
        }
    }

    static byte[] parse(String text, String where) {
        try {
            var key = HexFormat.of().parseHex(text.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below: what it looked like is nobody's business
        }
        throw new WillNotStart("The master key in " + where + " must be " + FORM + ".");
    }

    private void requireTheOneOf(JdbcClient database) {
        var check = derive(CHECK_PURPOSE);
        database.sql("insert into secret (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", CHECK)
                .param("value", check)
                .update();
        var first = database.sql("select value from secret where name = :name")
                .param("name", CHECK)
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(check, first)) {
            throw new WillNotStart("The master key is not the one that this database was first started with. "
                    + "Put that one back; what was encrypted with it cannot be read with another.");
        }
    }
}
