package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.Personal;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes a personal value as {@code {"of": person, "sealed": bytes}}; empty bytes if the person is erased already. */
class PersonalWriter extends ValueSerializer<Object> {

    static final String OF = "of";
    static final String SEALED = "sealed";

    private static final byte[] NOTHING = {};

    private final Seal seal;
    private final String name;
    private final List<Field> owners;

    PersonalWriter(Seal seal) {
        this(seal, null, List.of());
    }

    private PersonalWriter(Seal seal, String name, List<Field> owners) {
        this.seal = seal;
        this.name = name;
        this.owners = owners;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
        var type = property.getMember().getDeclaringClass();
        var owners = Arrays.stream(property.getAnnotation(Personal.class).value())
                .map(owner -> field(type, owner))
                .toList();
        return new PersonalWriter(seal, property.getName(), owners);
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

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
        var bean = json.currentValue();
        var owner = owners.stream()
                .map(field -> read(field, bean))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody owns " + name + " of a " + bean.getClass()));
        var plain = value instanceof String text
                ? text.getBytes(UTF_8)
                : JsonMapper.shared().writeValueAsBytes(value);
        json.writeStartObject();
        json.writeStringProperty(OF, owner);
        json.writeBinaryProperty(SEALED, seal.close(owner, name, plain).orElse(NOTHING));
        json.writeEndObject();
    }

    private static String read(Field field, Object bean) {
        try {
            return (String) field.get(bean);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
