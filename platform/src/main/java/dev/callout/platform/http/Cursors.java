package dev.callout.platform.http;

import dev.callout.api.identity.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Where the next page of a list begins, sealed: it works for the account and the list it was given for, and cannot be
 * made up. A list whose order can be chosen puts the order in its name.
 */
@Component
public class Cursors {

    private static final int SEAL = 16;

    private final Secrets secrets;
    private final HttpJson json;

    Cursors(Secrets secrets, HttpJson json) {
        this.secrets = secrets;
        this.json = json;
    }

    /** A cursor after the line with these sort keys. */
    public String seal(Actor actor, String list, List<String> keys) {
        var content = json.mapper().writeValueAsBytes(keys);
        var sealed = Arrays.copyOf(sealOf(actor, list, content), SEAL + content.length);
        System.arraycopy(content, 0, sealed, SEAL, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The sort keys in a cursor; a problem when it was not sealed for this account and list. */
    public List<String> open(Actor actor, String list, String cursor) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            var content = Arrays.copyOfRange(sealed, Math.min(SEAL, sealed.length), sealed.length);
            var seal = Arrays.copyOf(sealed, Math.min(SEAL, sealed.length));
            if (MessageDigest.isEqual(seal, sealOf(actor, list, content))) {
                return json.mapper().readValue(content, new TypeReference<List<String>>() {});
            }
        } catch (IllegalArgumentException notBase64) {
            // no cursor of ours
        }
        throw new ProblemException(ProblemCode.INVALID_CURSOR);
    }

    private byte[] sealOf(Actor actor, String list, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.get("cursor"), "HmacSHA256"));
            mac.update((actor.accountId() + "\n" + list + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
