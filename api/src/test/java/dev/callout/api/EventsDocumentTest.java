package dev.callout.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/** Holds docs/events.md to what the events say; {@code -Dcallout.write=true} writes it anew. */
class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@Revision", Pattern.DOTALL);

    @Test
    void the_document_lists_every_event_as_it_is() throws IOException {
        if (Boolean.getBoolean("callout.write")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT)
                .as("out of date? Run this test with -Dcallout.write=true")
                .hasContent(document());
    }

    @Test
    void every_member_of_an_event_family_is_a_record_with_a_revision() {
        assertThat(EventRecords.families("Event"))
                .isNotEmpty()
                .flatMap(family -> Arrays.<Class<?>>asList(family.getPermittedSubclasses()))
                .allMatch(Class::isRecord)
                .allMatch(event -> event.isAnnotationPresent(Revision.class));
    }

    private static String document() {
        var features = EventRecords.all().stream()
                .collect(groupingBy(
                        event -> event.getPackageName().replaceFirst(".*\\.", ""),
                        TreeMap::new,
                        groupingBy(
                                EventsDocumentTest::family,
                                TreeMap::new,
                                mapping(EventsDocumentTest::row, joining()))));
        var text = new StringBuilder("""
                # What can happen

                Every event of the product. Written by `EventsDocumentTest` from the records in `api`: change those, not this.
                A field without a type is text. A field in *italics* tells of a person and is stored encrypted under that
                person's key ([privacy](privacy.md)).
                """);
        features.forEach((feature, families) -> families.forEach((family, rows) -> text.append("\n## ")
                .append(feature)
                .append(": ")
                .append(family)
                .append("\n\n| Event | Revision | What happened | Fields |\n| --- | --- | --- | --- |\n")
                .append(rows)));
        return text.toString();
    }

    private static String family(Class<?> event) {
        return Arrays.stream(event.getInterfaces())
                .map(Class::getSimpleName)
                .findFirst()
                .orElse("others");
    }

    private static String row(Class<?> event) {
        var fields = Arrays.stream(event.getRecordComponents())
                .map(EventsDocumentTest::field)
                .collect(joining(", "));
        return "| `%s` | %s | %s | %s |\n"
                .formatted(event.getSimpleName(), EventRecords.revision(event), sentence(event), fields);
    }

    private static String sentence(Class<?> event) {
        var javadoc = JAVADOC.matcher(EventRecords.source(event));
        assertThat(javadoc.find())
                .as("%s says what happened", event.getSimpleName())
                .isTrue();
        return javadoc.group(1)
                .replaceAll("(?s)\\n\\s*\\* @.*", "")
                .replaceAll("\\s*\\n\\s*\\*", "")
                .replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`")
                .replace("|", "\\|")
                .strip();
    }

    private static String field(RecordComponent component) {
        var type = component.getGenericType();
        var name =
                component.isAnnotationPresent(Personal.class) ? "*" + component.getName() + "*" : component.getName();
        return type == String.class ? name : name + ": `" + shortName(type) + "`";
    }

    private static String shortName(Type type) {
        if (type instanceof ParameterizedType list) {
            return shortName(list.getRawType()) + "<" + shortName(list.getActualTypeArguments()[0]) + ">";
        }
        return ((Class<?>) type).getSimpleName();
    }
}
