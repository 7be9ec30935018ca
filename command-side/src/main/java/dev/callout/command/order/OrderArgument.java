package dev.callout.command.order;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.IdempotencyKey;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.keys.MasterKey;
import dev.callout.platform.rights.Actors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link OrderHead} of a request: who sends it, under which id, and what they saw. */
@Component
class OrderArgument implements HandlerMethodArgumentResolver {

    private final byte[] key;

    OrderArgument(MasterKey master) {
        key = master.derive("request fingerprints");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OrderHead.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var method = request.getNativeRequest(HttpServletRequest.class);
        return new OrderHead(
                IdempotencyKey.isIn(method) || "POST".equals(method.getMethod())
                        ? IdempotencyKey.of(method)
                        : UUID.randomUUID(),
                path(method),
                actor(),
                expectedVersion(request).orElse(null),
                key);
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Actor actor() {
        return Actors.current().orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
    }

    private static Optional<Long> expectedVersion(NativeWebRequest request) {
        var ifMatch = request.getHeader("If-Match");
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        var version = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        if (!version.matches("\\d{1,18}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "If-Match takes an ETag as it was answered.");
        }
        return Optional.of(Long.valueOf(version));
    }
}
