package dev.callout.platform.identity;

import dev.callout.platform.WillNotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets administrators read the metrics, and a collector that has the token made for that and may do nothing else. */
@Component
class MetricsReaders implements AuthorizationManager<RequestAuthorizationContext> {

    private static final int SHORTEST = 16;

    private final String token;

    MetricsReaders(
            @Value("${callout.metrics-token:}") String token, @Value("${callout.metrics-token-file:}") String file) {
        this.token = file.isBlank() ? token : read(file);
        if (!this.token.isEmpty() && this.token.length() < SHORTEST) {
            throw new WillNotStart("CALLOUT_METRICS_TOKEN must have " + SHORTEST + " characters at least, as `openssl"
                    + " rand -hex 16` writes them. Leave it away where no collector reads the metrics.");
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new WillNotStart("The file " + file + " of CALLOUT_METRICS_TOKEN_FILE cannot be read.");
        }
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> reader, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                BearerFilter.token(context.getRequest()).filter(this::isToken).isPresent()
                        || reader.get().getAuthorities().stream()
                                .anyMatch(right -> "ROLE_ADMIN".equals(right.getAuthority())));
    }

    private boolean isToken(String given) {
        return !token.isEmpty() && MessageDigest.isEqual(Tokens.hash(token), Tokens.hash(given));
    }
}
