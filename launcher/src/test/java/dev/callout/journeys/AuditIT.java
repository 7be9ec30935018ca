package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.launcher.cli.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The auditor at work: every event says where it comes from, and history proves itself, here and elsewhere. */
@ExtendWith(RunningCallout.class)
class AuditIT {

    private static final String AUDIT = "/api/v1/audit";

    /** What the command line said in the end, and what it complained of. */
    private record Said(int exitCode, String text, String complaint) {}

    private final RunningCallout callout;
    private final Desk desk;
    private final Caller auditor;

    AuditIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        auditor = desk.nobody.as("auditor");
    }

    private Said run(String... words) {
        var text = new ByteArrayOutputStream();
        var complaint = new ByteArrayOutputStream();
        var environment = Map.of("CALLOUT_DATA", callout.dataFolder().toString());
        var exitCode = new CommandLine(environment, printer(text), printer(complaint)).run(words);
        return new Said(exitCode, text.toString(StandardCharsets.UTF_8), complaint.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String ticketWithAHistory() {
        var ticket = desk.raise(desk.acmeUser).id();
        var comment = desk.acmeUser.post(Desk.TICKETS + "/" + ticket + "/comments", Map.of("body", "Still silent."));
        awaitSealed(ticket, comment.expect(201).position());
        return ticket;
    }

    private void awaitSealed(String ticket, String position) {
        var last = Integer.parseInt(position.substring(position.indexOf('@') + 1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> auditor.get(AUDIT + "/events?aggregateId=" + ticket + "&count=true")
                                .expect(200)
                                .number("total")
                        > last);
    }

    @Test
    void every_event_says_who_caused_it_and_because_of_what() {
        ticketWithAHistory();
        var without = Inside.database(callout)
                .sql("SELECT event || ' of ' || aggregate_id FROM audit_event WHERE actor IS NULL OR role IS NULL"
                        + " OR channel IS NULL OR command_id IS NULL OR correlation_id IS NULL OR trace_id IS NULL"
                        + " OR recorded_at IS NULL OR occurred_at IS NULL")
                .query(String.class)
                .list();
        assertThat(without).isEmpty();
    }

    @Test
    void a_customers_comment_is_told_in_full() {
        var ticket = ticketWithAHistory();
        var line = auditor.get(AUDIT + "/events?event=CommentAdded&ticket=" + ticket)
                .expect(200);

        assertThat(line.text("items.0.actor")).isEqualTo(Desk.accountOf(desk.acmeUser));
        assertThat(line.text("items.0.role")).isEqualTo("CUSTOMER_USER");
        assertThat(line.text("items.0.payload.body")).isEqualTo("Still silent.");
        desk.dispatcher.get(AUDIT + "/events").expect(403, "NOT_ALLOWED");
        desk.nobody.get(AUDIT + "/events").expect(401);
    }

    @Test
    void the_operator_has_the_history_checked(@TempDir Path folder) throws Exception {
        ticketWithAHistory();
        var published = auditor.send("POST", AUDIT + "/checkpoints", BodyPublishers.noBody())
                .expect(200);
        assertThat(callout.dataFolder().resolve("checkpoints")).isNotEmptyDirectory();

        var said = run(
                "verify-audit",
                "--checkpoint",
                callout.dataFolder().resolve("checkpoints").toString());
        assertThat(said.text()).contains("SOUND: every event is as it was sealed.");
        assertThat(said.exitCode()).isZero();

        var forged = folder.resolve("forged.json");
        Files.writeString(forged, published.text().replaceFirst("\"events\":\\d+", "\"events\":1"));
        var refused = run("verify-audit", "--checkpoint", forged.toString());
        assertThat(refused.text()).contains("BROKEN: The published checkpoint");
        assertThat(refused.exitCode()).isEqualTo(1);

        assertThat(run("verify-audit", "--checkpoint", "/no/such/file").exitCode())
                .isEqualTo(1);
        assertThat(run("verify-audit", "--checkpoint").exitCode()).isEqualTo(2);
    }

    @Test
    void a_tickets_history_proves_itself_without_a_server(@TempDir Path folder) throws Exception {
        var ticket = ticketWithAHistory();
        auditor.send("POST", AUDIT + "/checkpoints", BodyPublishers.noBody()).expect(200);
        var proof = auditor.get(AUDIT + "/tickets/" + ticket + "/proof").expect(200);
        var key = proof.text("manifest.publicKey");
        var file = Files.writeString(folder.resolve("proof.json"), proof.text());
        var checkpoints = callout.dataFolder().resolve("checkpoints").toString();

        var said = run("check-proof", file.toString(), "--public-key", key, "--checkpoint", checkpoints);
        assertThat(said.text()).contains("SOUND: " + ticket + " had 2 events");
        assertThat(said.exitCode()).isZero();
        var fingerprint = said.text().replaceFirst("(?s).*with the key (\\S+);.*", "$1");
        assertThat(run("check-proof", file.toString(), "--public-key", fingerprint)
                        .exitCode())
                .isZero();
        var other = fingerprint.replace(fingerprint.substring(0, 4), "0000");
        assertThat(run("check-proof", file.toString(), "--public-key", other).text())
                .contains("BROKEN: It was signed with another key");
        var noKey = run("check-proof", file.toString(), "--public-key", "5f0a");
        assertThat(noKey.complaint()).contains("--public-key takes 64 hexadecimal digits, a fingerprint");
        assertThat(noKey.exitCode()).isEqualTo(2);

        var changed = proof.text().replace(proof.text("events.1.timestamp"), "2020-01-01T00:00:00.000Z");
        Files.writeString(file, changed);
        var refused = run("check-proof", file.toString());
        assertThat(refused.text()).contains("BROKEN: Event").contains("was changed");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.complaint()).isEmpty();

        Files.writeString(file, "{\"format\":");
        assertThat(run("check-proof", file.toString()).text()).contains("is no proof of a ticket's history");
        assertThat(run("check-proof", folder.resolve("none").toString()).exitCode())
                .isEqualTo(1);
        assertThat(run("check-proof", file.toString(), "--key", "x").exitCode()).isEqualTo(2);
    }
}
