package dev.callout.platform.privacy;

import dev.callout.api.Personal;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whose keys a personal field is encrypted with: that of the person it tells of, and that of the account that wrote it. */
record Whose(Field value, List<Field> subjects, Field author, boolean byActor) {

    private static final String ACCOUNT = "ACC-";

    static Whose of(Class<?> type, String name, Personal personal) {
        var subjects = Arrays.stream(personal.value())
                .map(subject -> field(type, subject))
                .toList();
        var byActor = personal.by().equals(Personal.ACTOR);
        var author = byActor || personal.by().isEmpty() ? null : field(type, personal.by());
        return new Whose(field(type, name), subjects, author, byActor);
    }

    private static Field field(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("@Personal in " + type.getName() + " names no field of it: " + name, e);
        }
    }

    boolean isSet(Object bean) {
        return read(value, bean) != null;
    }

    /** First the one it tells of, then the author. */
    List<String> persons(Object bean, String actor) {
        var persons = new ArrayList<String>();
        persons.add(subject(bean));
        author(bean, actor).filter(author -> !persons.contains(author)).ifPresent(persons::add);
        return persons;
    }

    private String subject(Object bean) {
        return subjects.stream()
                .map(field -> read(field, bean))
                .filter(Objects::nonNull)
                .findFirst()
                .map(String.class::cast)
                .orElseThrow(
                        () -> new IllegalStateException("Nobody owns " + value.getName() + " of a " + bean.getClass()));
    }

    /** The product itself and the operator of the machine are no persons. */
    Optional<String> author(Object bean, String actor) {
        var id = byActor ? actor : author == null ? null : (String) read(author, bean);
        return Optional.ofNullable(id).filter(known -> known.startsWith(ACCOUNT));
    }

    private static Object read(Field field, Object bean) {
        try {
            return field.get(bean);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
