package dev.callout.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a read with a parameter that nobody looks at: a misspelled filter must not show everything. */
class KnownParametersOnly implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.callout.query.")) {
            var taken = known.computeIfAbsent(method.getMethod(), key -> parametersOf(method));
            request.getParameterMap().keySet().stream()
                    .filter(name -> !taken.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw Filters.invalid("There is no parameter '" + name + "' here.");
                    });
        }
        return true;
    }

    private static Set<String> parametersOf(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .flatMap(parameter -> parameter.getType().isRecord()
                        ? Arrays.stream(parameter.getType().getRecordComponents())
                                .map(RecordComponent::getName)
                        : Stream.of(parameter.getName()))
                .collect(Collectors.toSet());
    }
}
