package dev.callout.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up again what somebody with a session may do: a role taken away is gone from open browsers too. */
class SessionFilter extends OncePerRequestFilter {

    private final Credentials credentials;

    SessionFilter(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before) {
            var context = SecurityContextHolder.createEmptyContext();
            credentials
                    .activeAsRemembered(before.getName())
                    .ifPresent(now -> context.setAuthentication(SignedIn.atScreen(now)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
