package dev.callout.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** One command or query of the product, with the sentence it carries and the roles that may send it. */
record Message(Class<?> type) {

    private static final Path SOURCES = Path.of("../api/src/main/java");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@AllowedTo", Pattern.DOTALL);

    /** Every message there is, by feature and name. */
    static List<Message> all() {
        return Product.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(AllowedTo.class))
                .map(JavaClass::reflect)
                .map(Message::new)
                .sorted(Comparator.comparing(Message::feature).thenComparing(Message::name))
                .toList();
    }

    String name() {
        return type.getSimpleName();
    }

    String feature() {
        return type.getPackageName().replaceFirst(".*\\.", "");
    }

    boolean isCommand() {
        return Product.COMMANDS.contains(type);
    }

    /** An administrator may send everything; the product itself only what names it. */
    boolean allows(Role role) {
        return role == Role.ADMIN
                || List.of(type.getAnnotation(AllowedTo.class).value()).contains(role);
    }

    String sentence() {
        try {
            var source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
            var javadoc = JAVADOC.matcher(source);
            assertThat(javadoc.find()).as("%s says what it is for", name()).isTrue();
            return javadoc.group(1)
                    .replaceAll("(?s)\\n\\s*\\* @.*", "")
                    .replaceAll("\\s*\\n\\s*\\*", "")
                    .replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`")
                    .replace("|", "\\|")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
