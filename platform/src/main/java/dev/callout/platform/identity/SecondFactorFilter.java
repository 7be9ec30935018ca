package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.Problems;
import dev.callout.platform.rights.Actors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets people whose role needs a second factor set one up, and nothing else before that. */
class SecondFactorFilter extends OncePerRequestFilter {

    private static final List<String> ALWAYS_OPEN =
            List.of("/api/v1/auth/", "/account", "/sign-out", "/assets/", "/webjars/", "/error");

    private final Set<Role> requiredFor;
    private final SecondFactors secondFactors;
    private final Problems problems;

    SecondFactorFilter(Set<Role> requiredFor, SecondFactors secondFactors, Problems problems) {
        this.requiredFor = requiredFor;
        this.secondFactors = secondFactors;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Actors.current().filter(this::lacksOne).isEmpty() || isOpen(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            problems.answer(request, response, ProblemCode.SECOND_FACTOR_MISSING);
        } else {
            response.sendRedirect("/account");
        }
    }

    private boolean lacksOne(Actor actor) {
        return requiredFor.contains(actor.role())
                && !actor.equals(OperatorKey.OPERATOR)
                && !secondFactors.isOnAsRemembered(actor.accountId());
    }

    private static boolean isOpen(String path) {
        return ALWAYS_OPEN.stream().anyMatch(path::startsWith);
    }
}
