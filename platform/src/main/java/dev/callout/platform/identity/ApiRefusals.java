package dev.callout.platform.identity;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What the API says to somebody who is not signed in, or may not. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ApiRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (OutsideTokens.isFromNobodyHere(request)) {
            problems.answer(request, response, ProblemCode.ACCOUNT_LINK_REQUIRED);
            return;
        }
        var given = BearerFilter.token(request).isPresent();
        response.setHeader("WWW-Authenticate", given ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.answer(request, response, ProblemCode.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.answer(request, response, ProblemCode.NOT_ALLOWED);
    }
}
