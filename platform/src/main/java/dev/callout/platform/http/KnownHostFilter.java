package dev.callout.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away requests for names that are not ours: somebody wants our answers to point elsewhere. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20) // after the trace id, before sign-in
class KnownHostFilter extends OncePerRequestFilter {

    private final BaseUrl baseUrl;
    private final Problems problems;

    KnownHostFilter(BaseUrl baseUrl, Problems problems) {
        this.baseUrl = baseUrl;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (baseUrl.knows(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, ProblemCode.BAD_REQUEST);
        }
    }
}
