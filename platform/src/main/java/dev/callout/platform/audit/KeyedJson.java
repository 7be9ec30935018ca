package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A JSON object that carries its keyed hash as its first field, so that it is a JSON object still. */
public final class KeyedJson {

    private static final byte[] BEGIN = "{\"keyedHash\":\"".getBytes(US_ASCII);
    private static final int DIGITS = 64;
    private static final int REST = BEGIN.length + DIGITS + 2; // behind the quote and the comma

    private KeyedJson() {}

    /** @param context what the hash is of besides the object itself, which is added to it */
    public static byte[] close(KeyedHash keyed, Canonical context, byte[] json) {
        var hash = HexFormat.of().formatHex(keyed.of(context.bytes(json))).getBytes(US_ASCII);
        var closed = new byte[REST + json.length - 1];
        System.arraycopy(BEGIN, 0, closed, 0, BEGIN.length);
        System.arraycopy(hash, 0, closed, BEGIN.length, DIGITS);
        closed[REST - 2] = '"';
        closed[REST - 1] = ',';
        System.arraycopy(json, 1, closed, REST, json.length - 1);
        return closed;
    }

    /** The object as it was closed in this context; empty when somebody else wrote it or put it there. */
    public static Optional<byte[]> open(KeyedHash keyed, Canonical context, byte[] closed) {
        if (!isClosed(closed)) {
            return Optional.empty();
        }
        var json = plain(closed);
        try {
            var hash = HexFormat.of().parseHex(new String(closed, BEGIN.length, DIGITS, US_ASCII));
            return keyed.fits(hash, context.bytes(json)) ? Optional.of(json) : Optional.empty();
        } catch (IllegalArgumentException noHash) {
            return Optional.empty();
        }
    }

    public static boolean isClosed(byte[] json) {
        return json.length > REST && Arrays.equals(BEGIN, Arrays.copyOf(json, BEGIN.length));
    }

    /** The object without its hash, whoever wrote it. */
    public static byte[] plain(byte[] json) {
        if (!isClosed(json)) {
            return json;
        }
        var plain = new byte[json.length - REST + 1];
        plain[0] = '{';
        System.arraycopy(json, REST, plain, 1, plain.length - 1);
        return plain;
    }
}
