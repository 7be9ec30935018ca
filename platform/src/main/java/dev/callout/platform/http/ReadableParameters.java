package dev.callout.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are no text, before anybody reads them: the server's own complaint quotes the value, which may
 * be a password, in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReadableParameters extends OncePerRequestFilter {

    private final Problems problems;

    ReadableParameters(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var problem = problemWith(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, problem);
        }
    }

    private static ProblemCode problemWith(HttpServletRequest request) {
        try {
            return request.getParameterMap().values().stream()
                            .flatMap(Arrays::stream)
                            .anyMatch(value -> value.indexOf('\0') >= 0)
                    ? ProblemCode.BAD_REQUEST
                    : null;
        } catch (InvalidParameterException unreadable) {
            return codeOf(unreadable);
        }
    }

    static ProblemCode codeOf(InvalidParameterException unreadable) {
        return unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? ProblemCode.PAYLOAD_TOO_LARGE
                : ProblemCode.BAD_REQUEST;
    }

    /** The parts of a file are read by whoever takes it, within limits and after the rights were checked. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
