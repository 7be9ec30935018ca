package dev.callout.platform.privacy;

import dev.callout.api.Personal;
import dev.callout.platform.rights.Actors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/** Whose keys an event's personal values are encrypted with. */
public final class Owners {

    private static final ClassValue<List<Whose>> OF_TYPE = new ClassValue<>() {
        @Override
        protected List<Whose> computeValue(Class<?> type) {
            return type.isRecord() ? personal(type) : List.of();
        }
    };

    private Owners() {}

    /** Everybody whose erasure makes a value of the event unreadable. */
    public static Set<String> of(EventMessage<?> event) {
        return values(event.getPayload())
                .flatMap(value -> value.persons(event.getPayload(), actor(event)).stream())
                .collect(Collectors.toSet());
    }

    /** The account that wrote a text of an event which somebody caused. */
    public static Optional<String> author(Object event, String actor) {
        return values(event)
                .flatMap(value -> value.author(event, actor).stream())
                .findFirst();
    }

    private static Stream<Whose> values(Object event) {
        return OF_TYPE.get(event.getClass()).stream().filter(value -> value.isSet(event));
    }

    static boolean namesItsAuthorByActor(Class<?> type) {
        return OF_TYPE.get(type).stream().anyMatch(Whose::byActor);
    }

    private static String actor(EventMessage<?> event) {
        return (String) event.getMetaData().get(Actors.ACTOR);
    }

    private static List<Whose> personal(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(component -> Whose.of(type, component.getName(), component.getAnnotation(Personal.class)))
                .toList();
    }
}
