package dev.callout.command.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells requests apart that were sent under the same id. What is hashed is canonical JSON, in which every value has its
 * type and its end, so that two different requests never have the same text.
 */
final class Fingerprint {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Fingerprint() {}

    /** @param key null where a request has no secrets that could be guessed from its hash */
    static byte[] of(byte[] key, Object... parts) {
        var text = CANONICAL.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
        return key == null ? DigestUtils.sha256(text) : keyed(key, text);
    }

    private static byte[] keyed(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
