package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets whoever can read the operator's key file on this machine work as administrator, from this machine only. */
@Component
class OperatorKey {

    static final Actor OPERATOR = new Actor("operator", Role.ADMIN, null, null, "cli");

    private static final int SHORTEST = 32;

    private final String file;

    OperatorKey(@Value("${callout.operator-key-file:}") String file) {
        this.file = file;
    }

    Optional<Actor> actor(String token, HttpServletRequest request) {
        return isFromThisMachine(request) && isKey(token) ? Optional.of(OPERATOR) : Optional.empty();
    }

    private boolean isKey(String token) {
        if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
            return false;
        }
        try {
            var key = Files.readString(Path.of(file)).strip();
            return key.length() >= SHORTEST && MessageDigest.isEqual(Tokens.hash(key), Tokens.hash(token));
        } catch (IOException e) {
            return false;
        }
    }

    /** A proxy on this machine calls from it too, but says for whom. */
    private static boolean isFromThisMachine(HttpServletRequest request) {
        try {
            return request.getHeader("Forwarded") == null
                    && request.getHeader("X-Forwarded-For") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
