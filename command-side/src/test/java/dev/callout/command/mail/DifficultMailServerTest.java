package dev.callout.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.callout.platform.http.BaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R29: a mail server that hangs, asks to come again, or refuses for good. */
class DifficultMailServerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final Outbox outbox = mock();
    private final List<Socket> callers = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket server;
    private MailRounds rounds;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        BaseUrl baseUrl = mock();
        when(baseUrl.host()).thenReturn("desk.example");
        var settings = new MailSettings(
                "127.0.0.1", server.getLocalPort(), null, null, false, "desk@example.com", null, WAITS, null);
        rounds = new MailRounds(outbox, settings, baseUrl, Clock.fixed(NOON, ZoneOffset.UTC), folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (var caller : callers) {
            caller.close();
        }
    }

    /** Answers each line that a mail needs; to whom it goes it answers as told, or when told nothing not even a hello. */
    private void serve(String answerToRecipient) {
        CompletableFuture.runAsync(() -> {
            while (!server.isClosed()) {
                try {
                    var caller = server.accept();
                    callers.add(caller);
                    if (answerToRecipient != null) {
                        CompletableFuture.runAsync(() -> talk(caller, answerToRecipient));
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void talk(Socket caller, String answerToRecipient) {
        try (var lines =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 difficult.example");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say(caller, line.startsWith("RCPT") ? answerToRecipient : "250 fine");
            }
        } catch (IOException hungUp) {
            // as callers do
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void waiting(String mailId, int attempts) {
        when(outbox.waiting(mailId))
                .thenReturn(Optional.of(new Outbox.Waiting(
                        mailId, "ana@example.com", new MailText("Hello", "plain", "<p>html</p>"), NOON, attempts)));
    }

    @Test
    void one_that_hangs_keeps_few_busy_and_costs_the_others_no_try() {
        serve(null);
        for (var mail = 1; mail <= 3; mail++) {
            var mailId = "MAI-" + mail;
            waiting(mailId, 0);
            CompletableFuture.runAsync(() -> rounds.send(mailId));
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> callers.size() == 3);
        assertThat(rounds.send("MAI-4")).contains(NOON.plusSeconds(2));
        verify(outbox, never()).waiting("MAI-4");
        verify(outbox, never()).failed(eq("MAI-4"), any(), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 come again", "550 nobody of that name"})
    void one_that_refuses_is_asked_again_and_in_the_end_everybody_can_see_what_it_said(String answer) {
        serve(answer);
        waiting("MAI-1", 0);
        assertThat(rounds.send("MAI-1")).contains(NOON.plusSeconds(10));
        waiting("MAI-1", 2);
        assertThat(rounds.send("MAI-1")).isEmpty();
        verify(outbox).failed(eq("MAI-1"), contains(answer.substring(4)), isNull());
        verify(outbox, never()).sent(anyString());
    }
}
