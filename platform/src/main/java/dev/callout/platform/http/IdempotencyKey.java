package dev.callout.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id that a caller made for a request, so that the same request is carried out once. */
public final class IdempotencyKey {

    private IdempotencyKey() {}

    public static boolean isIn(HttpServletRequest request) {
        return request.getHeader(CalloutHeaders.IDEMPOTENCY_KEY) != null;
    }

    public static UUID of(HttpServletRequest request) {
        var key = request.getHeader(CalloutHeaders.IDEMPOTENCY_KEY);
        try {
            if (key != null && key.length() == 36) {
                return UUID.fromString(key);
            }
        } catch (IllegalArgumentException notAnId) {
            // answered below
        }
        throw new ProblemException(
                ProblemCode.BAD_REQUEST, "Send a UUID of your own making in the header Idempotency-Key.");
    }

    /** An id for what the request creates: the same whenever the same request comes again. */
    public static String newId(UUID key, String prefix) {
        return prefix + UUID.nameUUIDFromBytes((key + prefix).getBytes(StandardCharsets.UTF_8));
    }
}
