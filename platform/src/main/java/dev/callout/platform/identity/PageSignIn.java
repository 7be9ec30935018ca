package dev.callout.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in by the form at {@code /sign-in}: checks the password, and sends the browser where it should be next. */
@Component
class PageSignIn implements AuthenticationProvider {

    static final String PAGE = "/sign-in";

    private final PasswordSignIn passwordSignIn;
    private final BrowserSession session;

    PageSignIn(PasswordSignIn passwordSignIn, BrowserSession session) {
        this.passwordSignIn = passwordSignIn;
        this.session = session;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var credential = passwordSignIn.check(asked.getName(), String.valueOf(asked.getCredentials()), null, address);
        return SignedIn.atScreen(credential);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        session.begin(request, who.getName());
        response.sendRedirect(LocalPath.of(request.getParameter("next")));
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof SecondFactorMissing missing) {
            session.awaitCode(request, missing.accountId(), LocalPath.of(request.getParameter("next")));
            response.sendRedirect(CodeForm.PAGE);
            return;
        }
        var reason = why instanceof TooManyTries tooMany ? "wait=" + tooMany.waitSeconds() : "error";
        response.sendRedirect(PAGE + "?" + reason + next("&", LocalPath.of(request.getParameter("next"))));
    }

    /** Sends somebody who is not signed in to the form; a part of a page asks the whole page to go there. */
    void askFor(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var wanted = request.getMethod().equals("GET") ? LocalPath.of(request.getRequestURI() + query) : "/";
        response.sendRedirect(PAGE + next("?", wanted));
    }

    private static String next(String separator, String path) {
        return path.equals("/") ? "" : separator + "next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
