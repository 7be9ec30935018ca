package dev.callout.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up again what somebody with a session may do: a role taken away is gone from open browsers too, and a sign-in
 * that was ended elsewhere is over.
 */
class SessionFilter extends OncePerRequestFilter {

    private final Credentials credentials;
    private final BrowserSession session;

    SessionFilter(Credentials credentials, BrowserSession session) {
        this.credentials = credentials;
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before) {
            var context = SecurityContextHolder.createEmptyContext();
            credentials
                    .activeAsRemembered(before.getName())
                    .filter(now -> session.isLive(request))
                    .ifPresent(now -> context.setAuthentication(SignedIn.atScreen(now)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** What everybody may see needs no look into the database: a page that says that it is away keeps its face. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
