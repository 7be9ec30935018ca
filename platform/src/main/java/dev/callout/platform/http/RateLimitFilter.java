package dev.callout.platform.http;

import dev.callout.api.identity.Actor;
import dev.callout.platform.rights.Actors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one caller from using up what all need: per account when signed in, else per address. */
public class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimit limit;
    private final Predicate<Actor> isExempt;
    private final Problems problems;

    /** Stands behind sign-in, so that it knows who calls. */
    public RateLimitFilter(int requestsPer10s, Predicate<Actor> isExempt, Problems problems) {
        this.limit = requestsPer10s > 0 ? new RateLimit(requestsPer10s, Duration.ofSeconds(10)) : null;
        this.isExempt = isExempt;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Actors.current();
        if (limit == null || actor.filter(isExempt).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = actor.map(Actor::accountId).orElseGet(() -> "address " + request.getRemoteAddr());
        var probe = limit.take(caller);
        var wait = RateLimit.waitSeconds(probe);
        response.setHeader("RateLimit-Policy", "\"default\";q=" + limit.times() + ";w=" + limit.seconds());
        response.setHeader("RateLimit", "\"default\";r=" + probe.getRemainingTokens() + ";t=" + wait);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, new ProblemException(ProblemCode.RATE_LIMITED).retryAfter(wait));
        }
    }
}
