package dev.callout.platform.identity;

import dev.callout.api.identity.SecurityEventKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** What a browser's session remembers: which sign-in it is of, or that the password was right and a code is awaited. */
@Component
class BrowserSession {

    /** Also read by the page that shows somebody's sign-ins. */
    static final String SIGN_IN = "callout.sign-in";

    private static final String HALF = "callout.half-signed-in";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Somebody who knows the password and is asked for a code. */
    record Half(String accountId, String next, Instant since, String passwordMark) {}

    private final SignIns signIns;
    private final Credentials credentials;
    private final SecurityLog log;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    BrowserSession(SignIns signIns, Credentials credentials, SecurityLog log) {
        this.signIns = signIns;
        this.credentials = credentials;
        this.log = log;
    }

    /** Remembers whoever the security filters have let in. */
    void begin(HttpServletRequest request, String accountId) {
        var session = request.getSession();
        session.removeAttribute(HALF);
        session.setAttribute(SIGN_IN, signIns.startBrowser(accountId, request.getHeader("User-Agent")));
        log.noteFrom(request.getRemoteAddr(), SecurityEventKind.SIGNED_IN, accountId);
    }

    /** Lets somebody in by another way than the security filters: under a new session id, as they do. */
    void letIn(HttpServletRequest request, HttpServletResponse response, Credential credential) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.atScreen(credential));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        begin(request, credential.accountId());
    }

    void awaitCode(HttpServletRequest request, String accountId, String next) {
        request.getSession().setAttribute(HALF, new Half(accountId, next, Instant.now(), passwordMark(accountId)));
    }

    Optional<Half> awaited(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALF) instanceof Half half
                        && half.since().plus(PATIENCE).isAfter(Instant.now())
                        && half.passwordMark().equals(passwordMark(half.accountId()))
                ? Optional.of(half)
                : Optional.empty();
    }

    /** Another one after each change of the password: what the old one began is over then. */
    private String passwordMark(String accountId) {
        return credentials
                .passwordHash(accountId)
                .map(hash -> HexFormat.of().formatHex(Tokens.hash(hash)))
                .orElse("");
    }

    Optional<String> signInId(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SIGN_IN) instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    boolean isLive(HttpServletRequest request) {
        return signInId(request).filter(signIns::isLive).isPresent();
    }

    void end(HttpServletRequest request) {
        signInId(request).ifPresent(signIns::end);
    }
}
