package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The entry of the split deployment sends every request to a process that knows it, as deploy/Caddyfile says. */
@ExtendWith(RunningCallout.class)
class EntryRoutesIT {

    private static final Path CADDYFILE = Path.of("..", "deploy", "Caddyfile");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final RequestMappingHandlerMapping mappings;
    private final List<String> views;
    private final List<String> reads;
    private final List<String> notReads;

    EntryRoutesIT(RunningCallout callout) throws IOException {
        mappings = Inside.of(callout).getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var file = Files.readString(CADDYFILE);
        views = paths(file, "@views path (.+)");
        reads = paths(file, "(?m)^\\s+path (/api.+)");
        notReads = paths(file, "(?m)^\\s+not path (.+)");
    }

    @Test
    void every_address_is_served_where_it_is_sent() {
        var handlers = mappings.getHandlerMethods();
        assertThat(handlers).hasSizeGreaterThan(40);
        handlers.forEach((mapping, handler) -> {
            if (!isAnsweredByAll(handler)) {
                addresses(mapping)
                        .forEach(path -> methods(mapping)
                                .forEach(method -> assertThat(goesToTheQuerySide(method, path))
                                        .as("%s %s of %s", method, path, handler)
                                        .isEqualTo(isAnsweredByTheQuerySide(handler))));
            }
        });
    }

    @Test
    void nobody_outside_sees_what_operators_measure() throws IOException {
        assertThat(Files.readString(CADDYFILE)).contains("@inside path /actuator /actuator/*", "handle @inside {");
    }

    private static boolean isAnsweredByAll(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("dev.callout.platform.");
    }

    private static boolean isAnsweredByTheQuerySide(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("dev.callout.query.");
    }

    private boolean goesToTheQuerySide(String method, String path) {
        return matches(views, path) || READING.contains(method) && matches(reads, path) && !matches(notReads, path);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> path.matches(pattern.replace("*", ".*")));
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .map(path -> path.replaceAll("\\{[^}]+}", "x"));
    }

    private static Set<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
    }

    private static List<String> paths(String file, String line) {
        var matcher = Pattern.compile(line).matcher(file);
        assertThat(matcher.find()).as(line).isTrue();
        return List.of(matcher.group(1).trim().split(" "));
    }
}
