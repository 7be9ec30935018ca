package dev.callout.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a trace id (W3C trace context), the caller's own if it sent a valid one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceIdFilter extends OncePerRequestFilter {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String TRACE_ID = "traceId";

    /** The trace id of this request; null only for one that never came past this filter. */
    static String traceId(HttpServletRequest request) {
        return (String) request.getAttribute(TRACE_ID);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (traceId(request) == null) {
            request.setAttribute(TRACE_ID, given(request.getHeader("traceparent")));
        }
        MDC.put(TRACE_ID, traceId(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
        }
    }

    private static String given(String traceparent) {
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches()
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false; // another thread finishes the request, and logs
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
