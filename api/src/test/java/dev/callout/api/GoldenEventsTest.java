package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored events are for ever: each revision has a file that must still load as it was written.
 * {@code -Dcallout.write=true} adds the files that are missing and leaves the others alone.
 */
class GoldenEventsTest {

    private static final Path FOLDER = Path.of("src/test/resources/events");

    /** Fields and nothing else: what a record computes, such as {@code isAssigned()}, must never be stored. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .build();

    static List<Class<?>> events() {
        return EventRecords.all();
    }

    @BeforeAll
    static void write_what_is_missing() throws IOException {
        if (!Boolean.getBoolean("callout.write")) {
            return;
        }
        for (var event : events()) {
            if (Files.notExists(golden(event))) {
                var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Sample.of(event));
                Files.writeString(golden(event), json + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void loads_as_it_was_stored_and_is_stored_as_it_was_loaded(Class<?> event) throws IOException {
        assertThat(golden(event)).as("new event? Run with -Dcallout.write=true").exists();
        var stored = JSON.readTree(Files.readString(golden(event)));

        var loaded = JSON.treeToValue(stored, event);

        assertThat(JSON.readTree(JSON.writeValueAsString(loaded))).isEqualTo(stored);
        assertThat(loaded).as("every field has a value worth comparing").hasNoNullFieldsOrProperties();
    }

    @Test
    void no_stored_event_was_renamed_or_dropped() throws IOException {
        var known = events().stream().flatMap(GoldenEventsTest::allRevisions).toList();
        try (var files = Files.list(FOLDER)) {
            assertThat(files.toList())
                    .as("an event in somebody's store without a class, or a revision that nobody wrote down")
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    /** An upcaster is needed where more has changed than a new field that may be missing. */
    @ParameterizedTest
    @MethodSource("events")
    void older_revisions_load_with_all_they_have(Class<?> event) throws IOException {
        for (var file : allRevisions(event).toList()) {
            var stored = JSON.readTree(Files.readString(file));

            var loaded = JSON.<JsonNode>valueToTree(JSON.treeToValue(stored, event));

            assertThat(stored.properties())
                    .as("%s", file)
                    .allMatch(field -> field.getValue().equals(loaded.get(field.getKey())));
        }
    }

    private static Stream<Path> allRevisions(Class<?> event) {
        return IntStream.rangeClosed(1, Integer.parseInt(EventRecords.revision(event)))
                .mapToObj(revision -> FOLDER.resolve(event.getSimpleName() + "-" + revision + ".json"));
    }

    private static Path golden(Class<?> event) {
        return FOLDER.resolve(event.getSimpleName() + "-" + EventRecords.revision(event) + ".json");
    }
}
