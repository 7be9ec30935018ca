package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link PersonalWriter} wrote, and plain values as well: they were stored before anything was sealed. */
class PersonalReader extends ValueDeserializer<Object> {

    private final Seal seal;
    private final String name;
    private final JavaType type;

    PersonalReader(Seal seal) {
        this(seal, null, null);
    }

    private PersonalReader(Seal seal, String name, JavaType type) {
        this.seal = seal;
        this.name = name;
        this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new PersonalReader(seal, property.getName(), property.getType());
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
        var node = context.readTree(json);
        return node.has(PersonalWriter.SEALED) ? open(node) : context.readTreeAsValue(node, type);
    }

    private Object open(JsonNode node) {
        var sealed = node.get(PersonalWriter.SEALED).binaryValue();
        var persons = Stream.of(PersonalWriter.OF, PersonalWriter.BY)
                .filter(node::has)
                .map(whose -> node.get(whose).asString())
                .toList();
        return sealed.length == 0
                ? erased()
                : seal.open(persons, name, sealed).map(this::value).orElseGet(this::erased);
    }

    private Object value(byte[] plain) {
        return type.hasRawClass(String.class)
                ? new String(plain, UTF_8)
                : JsonMapper.shared().readValue(plain, type);
    }

    /** Of a record, each text reads so. */
    private Object erased() {
        return type.hasRawClass(String.class) ? Personal.ERASED : erased(type.getRawClass());
    }

    private static Object erased(Class<?> record) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var texts = new Object[types.length];
        Arrays.fill(texts, Personal.ERASED);
        try {
            return record.getDeclaredConstructor(types).newInstance(texts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " is not made of texts alone", e);
        }
    }
}
