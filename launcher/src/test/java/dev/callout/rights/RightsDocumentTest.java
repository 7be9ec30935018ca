package dev.callout.rights;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds docs/rights.md to what the messages and the controllers say; {@code -Dcallout.write=true} writes it anew. */
class RightsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/rights.md");

    @Test
    void the_document_tells_who_may_send_what() throws IOException {
        if (Boolean.getBoolean("callout.write")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT)
                .as("out of date? Run this test with -Dcallout.write=true")
                .hasContent(document());
    }

    private static String document() {
        var text = new StringBuilder("""
                # Who may do what

                Everything that can be said to the product is a command or a query, and each names the roles that may send it. One place checks it, whatever way the message came by: the API, the screens, a job. Written by `RightsDocumentTest` from the records in `api` and the controllers: change those, not this. `RightsIT` sends each message in each role.

                - **An administrator** may send every message. **The product itself** sends what a job or a policy has to.
                - **Staff** reaches every customer and every ticket, as far as its role goes. Without the right the answer is 403.
                - **On the customer's side** a right ends at what is the customer's own. A customer's administrator and its guests see their whole company; users and private customers see what they reported themselves. Whatever is not theirs is answered 404, in the very words of what never was.
                - **A technician** takes the steps of the work only on what is assigned to him. What a bulk operation does to a ticket needs the right to do it to one.
                - **Imports** are sent by administrators only, whatever each of their messages allows.
                - A change of rights counts within a minute for whoever is signed in.

                """);
        text.append("The columns: ")
                .append(Arrays.stream(Role.values())
                        .map(role -> "**" + heading(role) + "** `" + role + "`")
                        .collect(joining(", ")))
                .append(
                        ". Addresses stand below `/api/v1`; a message without one is for the screens alone, or the product's own.\n");
        Message.all().stream().map(Message::feature).distinct().forEach(feature -> {
            text.append("\n## ").append(feature).append("\n");
            append(text, "Command", feature, Message::isCommand);
            append(text, "Query", feature, Predicate.not(Message::isCommand));
        });
        text.append("\n## Ways in without a message\n\n| Address | Why | Who |\n| --- | --- | --- |\n");
        SideDoor.ALL.forEach(
                door -> text.append("| `%s` | %s | %s |\n".formatted(door.address(), door.reason(), who(door))));
        return text.toString();
    }

    private static void append(StringBuilder text, String kind, String feature, Predicate<Message> which) {
        var messages = Message.all().stream()
                .filter(message -> message.feature().equals(feature))
                .filter(which)
                .toList();
        if (messages.isEmpty()) {
            return;
        }
        var roles = List.of(Role.values());
        text.append("\n| ").append(kind).append(" | What it says | Address |");
        roles.forEach(role -> text.append(' ').append(heading(role)).append(" |"));
        text.append("\n| --- | --- | --- |")
                .append(" :-: |".repeat(roles.size()))
                .append('\n');
        messages.forEach(message -> text.append(row(message)));
    }

    private static String row(Message message) {
        var marks = Arrays.stream(Role.values())
                .map(role -> message.allows(role) ? " ● |" : " |")
                .collect(joining());
        var addresses = EndpointsTest.of(message);
        return "| `%s` | %s | %s |%s\n"
                .formatted(
                        message.name(), message.sentence(), addresses.isEmpty() ? "–" : Address.list(addresses), marks);
    }

    /** Three letters: of one word its first, of two words two and one. */
    static String heading(Role role) {
        var words = role.name().split("_");
        var letters =
                words.length == 1 ? words[0].substring(0, 3) : words[0].substring(0, 2) + words[1].substring(0, 1);
        return letters.charAt(0) + letters.substring(1).toLowerCase();
    }

    private static String who(SideDoor door) {
        return door.allowed().size() == 1 ? "`" + door.allowed().iterator().next() + "`" : "everybody";
    }
}
