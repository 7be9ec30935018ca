package dev.callout.attacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the document says of one value, and a value that fits. */
record Schema(JsonNode told, JsonNode document) {

    private static final String PARTS = "#/components/schemas/";
    private static final List<String> WORDS = List.of("x", "DE", "new.name", "x".repeat(12), "robin@wright.example");

    Schema {
        var reference = told.at("/$ref").asString("");
        told = reference.startsWith(PARTS)
                ? document.at("/components/schemas").path(reference.substring(PARTS.length()))
                : told;
    }

    Map<String, Schema> properties() {
        var properties = new LinkedHashMap<String, Schema>();
        told.at("/properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), new Schema(property.getValue(), document)));
        return properties;
    }

    private boolean is(String type) {
        var types = told.at("/type");
        if (types.isMissingNode()) {
            return type.equals("object"); // a body that has no fields
        }
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asString().equals(type))
                : types.asString("").equals(type);
    }

    private Schema items() {
        return new Schema(told.at("/items"), document);
    }

    private boolean isPart() {
        return is("object") || is("array") && items().is("object");
    }

    /** What Java can't leave out. */
    private boolean isPlain() {
        return is("integer") || is("number") || is("boolean");
    }

    /**
     * A value that fits.
     *
     * @param known values that must be these, by the name of their field
     * @param whole whether parts that may be missing are there as well
     */
    Object sample(Map<String, ?> known, boolean whole) {
        return sample(known, whole ? Schema::isPart : nothing -> false);
    }

    /** A value that fits, with everything in it that may be there. */
    Object fullSample(Map<String, ?> known) {
        return sample(known, everything -> true);
    }

    private Object sample(Map<String, ?> known, Predicate<Schema> also) {
        if (is("object")) {
            var required =
                    told.at("/required").valueStream().map(JsonNode::asString).toList();
            var object = new LinkedHashMap<String, Object>();
            properties().forEach((name, property) -> {
                if (known.containsKey(name) && !property.isPart()) {
                    object.put(name, known.get(name));
                } else if (required.contains(name) || property.isPlain() || also.test(property)) {
                    object.put(name, property.sample(known, also));
                }
            });
            return object;
        }
        if (is("array")) {
            return new ArrayList<>(List.of(items().sample(known, also)));
        }
        if (is("integer") || is("number")) {
            return 1;
        }
        if (is("boolean")) {
            return true;
        }
        if (told.at("/format").asString("").equals("date-time")) {
            return "2026-03-02T09:00:00Z";
        }
        return told.at("/enum").isMissingNode() ? word() : told.at("/enum/0").asString();
    }

    private String word() {
        var pattern = told.at("/pattern").asString(".*");
        var atLeast = told.at("/minLength").asInt(0);
        return WORDS.stream()
                .filter(word -> word.length() >= atLeast && word.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No word fits " + told));
    }

    /** Whole samples, each with a field too many in one of its objects. */
    @SuppressWarnings("unchecked")
    Stream<Object> samplesWith(String field) {
        var samples = new ArrayList<Object>();
        if (!properties().containsKey(field)) {
            var sample = (Map<String, Object>) sample(Map.of(), true);
            sample.put(field, "x");
            samples.add(sample);
        }
        properties().forEach((name, property) -> {
            if (property.isPart()) {
                var list = property.is("array");
                (list ? property.items() : property).samplesWith(field).forEach(part -> {
                    var sample = (Map<String, Object>) sample(Map.of(), true);
                    sample.put(name, list ? List.of(part) : part);
                    samples.add(sample);
                });
            }
        });
        return samples.stream();
    }
}
