package dev.callout.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Lets programs in with an access token of the outside issuer, if its bearer has an account here. */
@Component
class OutsideTokens {

    private static final Logger log = LoggerFactory.getLogger(OutsideTokens.class);
    private static final int LONGEST = 4 * 1024;
    private static final String UNLINKED = OutsideTokens.class.getName() + ".unlinked";

    private final OutsideIdentities identities;
    private final Credentials credentials;
    private final JwtDecoder decoder;

    OutsideTokens(OutsideIssuer issuer, OutsideIdentities identities, Credentials credentials) {
        this.identities = identities;
        this.credentials = credentials;
        this.decoder = issuer.isConfigured() ? issuer.accessTokens() : null;
    }

    Optional<SignedIn> signedIn(String token, HttpServletRequest request) {
        return read(token).flatMap(jwt -> {
            var account = identities.account(jwt.getClaimAsString("iss"), jwt.getSubject());
            if (account.isEmpty()) {
                request.setAttribute(UNLINKED, true);
            }
            return account.flatMap(credentials::activeAsRemembered)
                    .map(credential -> new SignedIn(credential.actor("api")));
        });
    }

    /** Whether the token was good, and its bearer is nobody here. */
    static boolean isFromNobodyHere(HttpServletRequest request) {
        return request.getAttribute(UNLINKED) != null;
    }

    private Optional<Jwt> read(String token) {
        if (decoder == null
                || token.length() > LONGEST
                || token.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.decode(token)).filter(jwt -> jwt.getSubject() != null);
        } catch (JwtException notForUs) {
            log.info(
                    "A token of the outside issuer was refused: {}",
                    notForUs.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
