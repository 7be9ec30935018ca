package dev.callout.platform.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The six digits that an authenticator app shows, new every 30 seconds (RFC 6238). */
final class TimeCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int STEPS_OFF = 1; // clocks differ, and people are slow

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();

    private TimeCodes() {}

    static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static String inLetters(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** What an app reads to know the secret. */
    static String uri(String username, byte[] secret) {
        return "otpauth://totp/Callout:"
                + URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20") + "?secret="
                + inLetters(secret) + "&issuer=Callout&algorithm=SHA1&digits=6&period=30";
    }

    /** Which step of time a code belongs to; empty when it belongs to none near now. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        var current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - STEPS_OFF, current + STEPS_OFF)
                .filter(step -> MessageDigest.isEqual(
                        code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
