package dev.callout.rights;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.OfOneAccount;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Makes a message with something in every field, about things that are not there. */
final class Sample {

    private static final String NONE = "none";

    private Sample() {}

    /** About nothing that is there, but for what people may only do with their own account. */
    static Object of(Class<?> type, Actor sender) {
        return of(type, OfOneAccount.class.isAssignableFrom(type) ? sender.accountId() : NONE);
    }

    private static Object of(Class<?> type, String account) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> component.getName().equals("accountId") ? account : value(component.getType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return NONE;
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type == Set.class ? Set.of() : List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? of(type, NONE) : null;
    }
}
