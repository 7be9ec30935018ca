package dev.callout.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the bearer token of an API request and puts the actor behind it to work. Refusing is left to the rules. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final SignIns signIns;
    private final Credentials credentials;
    private final OperatorKey operatorKey;
    private final OutsideTokens outside;

    BearerFilter(SignIns signIns, Credentials credentials, OperatorKey operatorKey, OutsideTokens outside) {
        this.signIns = signIns;
        this.credentials = credentials;
        this.operatorKey = operatorKey;
        this.outside = outside;
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request).flatMap(token -> signedIn(token, request)).ifPresent(signedIn -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signedIn);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> signedIn(String token, HttpServletRequest request) {
        return signIns.find(token)
                .flatMap(signIn -> credentials
                        .activeAsRemembered(signIn.accountId())
                        .map(credential -> SignedIn.byToken(credential.actor("api"), signIn.signInId())))
                .or(() -> operatorKey.actor(token, request).map(SignedIn::new))
                .or(() -> outside.signedIn(token, request));
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false; // the API keeps no session that would remember who it was
    }
}
