package dev.callout.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Lets people who ask for a page read the page of their problem, where the API would answer with a problem document. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageExceptionResolver implements HandlerExceptionResolver {

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        if (Requests.isApi(request) || isOfSignIn(thrown)) {
            return null;
        }
        return ProblemTranslator.translate(thrown)
                .map(problem -> shown(response, problem))
                .orElse(null);
    }

    /** Then the way leads to the form, not to a page that says no. */
    private static boolean isOfSignIn(Exception thrown) {
        return thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException;
    }

    private static ModelAndView shown(HttpServletResponse response, Problem problem) {
        try {
            problem.tellHeaders(response);
            response.sendError(problem.status());
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
