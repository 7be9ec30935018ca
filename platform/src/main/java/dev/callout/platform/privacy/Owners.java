package dev.callout.platform.privacy;

import dev.callout.api.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose keys an event's personal fields are sealed with. */
public final class Owners {

    private static final ClassValue<List<List<RecordComponent>>> OF_TYPE = new ClassValue<>() {
        @Override
        protected List<List<RecordComponent>> computeValue(Class<?> type) {
            return type.isRecord() ? owners(type) : List.of();
        }
    };

    private Owners() {}

    public static Set<String> of(Object event) {
        return OF_TYPE.get(event.getClass()).stream()
                .flatMap(owners ->
                        owners.stream().map(owner -> read(owner, event)).filter(Objects::nonNull).findFirst().stream())
                .collect(Collectors.toSet());
    }

    private static List<List<RecordComponent>> owners(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(component -> component.getAnnotation(Personal.class).value())
                .map(names -> Stream.of(names).map(name -> named(type, name)).toList())
                .distinct()
                .toList();
    }

    private static RecordComponent named(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String read(RecordComponent component, Object event) {
        try {
            return (String) component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
