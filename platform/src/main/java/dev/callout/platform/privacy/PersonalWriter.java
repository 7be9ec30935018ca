package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a personal value as {@code {"of": person, "by": author, "sealed": bytes}}, without the author where there is none
 * other; empty bytes if one of them is erased already.
 */
class PersonalWriter extends ValueSerializer<Object> {

    static final String OF = "of";
    static final String BY = "by";
    static final String SEALED = "sealed";

    private static final byte[] NOTHING = {};

    private final Seal seal;
    private final Whose whose;

    PersonalWriter(Seal seal) {
        this(seal, null);
    }

    private PersonalWriter(Seal seal, Whose whose) {
        this.seal = seal;
        this.whose = whose;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
        return new PersonalWriter(
                seal,
                Whose.of(
                        property.getMember().getDeclaringClass(),
                        property.getName(),
                        property.getAnnotation(Personal.class)));
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
        var persons = whose.persons(json.currentValue(), Authors.actor());
        var plain = value instanceof String text
                ? text.getBytes(UTF_8)
                : JsonMapper.shared().writeValueAsBytes(value);
        json.writeStartObject();
        json.writeStringProperty(OF, persons.get(0));
        if (persons.size() > 1) {
            json.writeStringProperty(BY, persons.get(1));
        }
        json.writeBinaryProperty(
                SEALED, seal.close(persons, whose.value().getName(), plain).orElse(NOTHING));
        json.writeEndObject();
    }
}
