package dev.callout.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails say: in both languages, with every gap filled, and with nothing run that came in a word. */
class MailTemplatesTest {

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @CsvSource({"invitation,en", "invitation,de", "password-reset,en", "password-reset,de", "invitation,fr"})
    void fill_every_gap(String template, String language) {
        var text = templates.fill(
                template,
                language,
                Map.of("username", "<b>{{link}}${7*7}\r\nBcc: x</b>", "link", "https://desk.example/x"));
        assertThat(text.plain()).contains("https://desk.example/x", "${7*7}").doesNotContain("49");
        assertThat(text.html())
                .contains("&lt;b&gt;", "href=\"https://desk.example/x\"")
                .doesNotContain("<b>", "49");
        assertThat(text.subject()).isNotBlank().doesNotContainPattern("[\\r\\n]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "DE"})
    void leave_no_gap_open(String language) {
        assertThatThrownBy(() -> templates.fill("invitation", language, Map.of("username", "ana")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{link}}");
    }
}
