package dev.callout.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
        if (baseUrl.knows(request.getServerName()) || measuresThisVeryAddress(request)) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, ProblemCode.BAD_REQUEST);
        }
    }

    /**
     * Metrics collectors and health checks know each process by its address. They may name the one that the request came
     * in at, and no other; no answer there points anywhere.
     */
    private static boolean measuresThisVeryAddress(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/")
                && (request.getServerName().equals(request.getLocalAddr())
                        || isSameInVersion6(request.getServerName(), request.getLocalAddr()));
    }

    /** The same IPv6 address can be written in several ways; what is in brackets is looked up nowhere. */
    private static boolean isSameInVersion6(String host, String local) {
        try {
            return host.startsWith("[") && InetAddress.getByName(host).equals(InetAddress.getByName("[" + local + "]"));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
