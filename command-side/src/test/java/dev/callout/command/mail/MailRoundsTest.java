package dev.callout.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.callout.platform.http.BaseUrl;
import jakarta.mail.Multipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail over a real SMTP connection: sent once it can be, later and later when it cannot, and in the end given up. */
class MailRoundsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Outbox outbox = mock();
    private final BaseUrl baseUrl = mock();
    private MailRounds rounds;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server.start();
        when(baseUrl.host()).thenReturn("desk.example");
        var settings = new MailSettings(
                "127.0.0.1", server.getSmtp().getPort(), null, null, false, "desk@example.com", null, WAITS, null);
        rounds = new MailRounds(outbox, settings, baseUrl, Clock.fixed(NOON, ZoneOffset.UTC), folder);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void waiting(String recipient, int attempts) {
        var text = new MailText("Grüße", "plain ü", "<p>html ü</p>");
        when(outbox.waiting("MAI-1"))
                .thenReturn(Optional.of(new Outbox.Waiting("MAI-1", recipient, text, NOON, attempts)));
    }

    @Test
    void signs_in_with_the_password_in_the_file() throws Exception {
        server.setUser("desk", "of-the-desk");
        var file = Files.writeString(folder.resolve("smtp-password"), "of-the-desk\n");
        waiting("ana@example.com", 0);
        assertThat(signedIn(file).send("MAI-1")).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);

        Files.writeString(file, "guessed");
        assertThat(signedIn(file).send("MAI-1")).isPresent();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private MailRounds signedIn(Path passwordFile) {
        var settings = new MailSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                "desk",
                null,
                false,
                "desk@example.com",
                null,
                WAITS,
                passwordFile);
        return new MailRounds(outbox, settings, baseUrl, Clock.fixed(NOON, ZoneOffset.UTC), folder);
    }

    @Test
    void hands_mail_to_the_server_under_an_id_of_ours() throws Exception {
        waiting("ana@example.com", 0);
        assertThat(rounds.send("MAI-1")).isEmpty();
        assertThat(rounds.send("MAI-1")).isEmpty();
        var received = server.getReceivedMessages();
        assertThat(received)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo("<MAI-1@desk.example>"));
        assertThat(received[0].getSubject()).isEqualTo("Grüße");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = (Multipart) received[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("plain ü");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>html ü</p>");
    }

    @Test
    void tries_again_later_and_later_and_gives_up() {
        server.stop();
        waiting("ana@example.com", 0);
        assertThat(rounds.send("MAI-1")).contains(NOON.plusSeconds(10));
        waiting("ana@example.com", 1);
        assertThat(rounds.send("MAI-1")).contains(NOON.plusSeconds(60));
        waiting("ana@example.com", 2);
        assertThat(rounds.send("MAI-1")).isEmpty();
        verify(outbox).failed(eq("MAI-1"), anyString(), eq(NOON.plusSeconds(10)));
        verify(outbox).failed(eq("MAI-1"), anyString(), isNull());
        verify(outbox, never()).sent(any());
    }

    @Test
    void sends_to_one_address_and_adds_no_header() {
        waiting("ana@example.com\r\nBcc: evil@evil.test", 2);
        assertThat(rounds.send("MAI-1")).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        verify(outbox).failed(eq("MAI-1"), anyString(), isNull());
    }

    @Test
    void does_nothing_about_mail_that_left_already() {
        when(outbox.waiting("MAI-1")).thenReturn(Optional.empty());
        assertThat(rounds.send("MAI-1")).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
