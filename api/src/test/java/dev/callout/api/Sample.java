package dev.callout.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes a record with a value in every field, the same each time. */
final class Sample {

    private Sample() {}

    static Object of(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> value(component.getName(), component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType list) {
            var element = value(name, list.getActualTypeArguments()[0]);
            return list.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        if (type == String.class) {
            return "some " + name;
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-02T09:00:00.123456Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.parse("2026-03-02");
        }
        if (type == LocalTime.class) {
            return LocalTime.parse("09:00");
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 2;
        }
        if (type == long.class || type == Long.class) {
            return 5_000_000_000L;
        }
        var other = (Class<?>) type;
        return other.isEnum() ? other.getEnumConstants()[0] : of(other);
    }
}
