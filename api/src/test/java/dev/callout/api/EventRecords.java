package dev.callout.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Finds every event in the sources, so that none can be forgotten in a list kept by hand. */
final class EventRecords {

    private static final Path SOURCES = Path.of("src/main/java");

    private EventRecords() {}

    static List<Class<?>> all() {
        return classes().stream()
                .filter(type -> type.isAnnotationPresent(Revision.class))
                .toList();
    }

    /** The sealed families by the end of their name: what can happen to a ticket, to a customer, … */
    static List<Class<?>> families(String... endings) {
        return classes().stream()
                .filter(Class::isSealed)
                .filter(type -> Arrays.stream(endings).anyMatch(type.getSimpleName()::endsWith))
                .toList();
    }

    static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String revision(Class<?> event) {
        return event.getAnnotation(Revision.class).value();
    }

    private static List<Class<?>> classes() {
        try (var files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
                    .sorted()
                    .<Class<?>>map(EventRecords::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".java", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
