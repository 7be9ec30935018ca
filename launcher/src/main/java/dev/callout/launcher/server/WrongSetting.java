package dev.callout.launcher.server;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.convert.ConversionFailedException;

/** Finds the setting whose value could not be understood behind a start that failed, and says what it should look like. */
final class WrongSetting {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(callout\\.[\\w.-]+)");

    private WrongSetting() {}

    static Optional<String> in(Throwable failure) {
        var name = Optional.<String>empty();
        for (var link = failure; link != null; link = link.getCause()) {
            if (link instanceof UnsatisfiedDependencyException dependency) {
                name = property(dependency.getInjectionPoint());
            } else if (link instanceof BindException bind) {
                name = Optional.of(bind.getName().toString());
            } else if (link instanceof TypeMismatchException mismatch && name.isPresent()) {
                return Optional.of(words(name.get(), mismatch.getRequiredType(), mismatch.getValue()));
            } else if (link instanceof ConversionFailedException conversion && name.isPresent()) {
                return Optional.of(words(name.get(), conversion.getTargetType().getType(), conversion.getValue()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> property(InjectionPoint point) {
        return Optional.ofNullable(point)
                .map(value -> value.getAnnotation(Value.class))
                .map(value -> PROPERTY.matcher(value.value()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1));
    }

    private static String words(String property, Class<?> type, Object value) {
        return "%s (%s) must be %s, not \"%s\"."
                .formatted(
                        property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                        property,
                        kind(type),
                        String.valueOf(value).replaceAll("\\p{Cntrl}", "?"));
    }

    private static String kind(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a duration such as 30s, 15m or P1D";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Europe/Berlin";
        }
        if (type != null && type.isEnum()) {
            return "one of " + String.join(", ", names(type));
        }
        return "another kind of value" + (type == null ? "" : " (" + type.getSimpleName() + ")");
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }
}
