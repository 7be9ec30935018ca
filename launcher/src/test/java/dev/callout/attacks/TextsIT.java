package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A19, A57, A63: text that is not what it looks like, and files that are more than they look like. */
@ExtendWith(RunningCallout.class)
class TextsIT {

    private static final Duration SLOWEST = Duration.ofSeconds(10); // on a machine that others use as well

    private final RunningCallout callout;
    private final Desk desk;
    private final Stored stored;

    TextsIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b", "\u200b\u200d\ufeff", " \u2060 ", "\u00ad", "\u202e\u202c", "\u3164", "\u2800\u00a0"})
    void that_shows_nothing_is_no_title(String title) {
        stored.nothingBy(() -> desk.acmeUser.post(Desk.TICKETS, Desk.problem("title", title)))
                .expect(400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Slow\nPrint", "Slow\u202etnirP", "\u001b[31mPrint"})
    void of_several_lines_or_directions_is_no_name(String name) {
        var refused = stored.nothingBy(
                        () -> desk.manager.post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", name)))
                .expect(400, "VALIDATION_FAILED");
        assertThat(refused.text("errors.0.field")).isEqualTo("name");
        assertThat(refused.text("errors.0.code")).isEqualTo("ONE_LINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Slow\u202etnirP", "\u001b[31mPrint", "x\u2066y", "x\u0007y"})
    void of_controls_or_other_directions_is_no_title(String title) {
        var refused = stored.nothingBy(() -> desk.acmeUser.post(Desk.TICKETS, Desk.problem("title", title)))
                .expect(400, "VALIDATION_FAILED");
        assertThat(refused.text("errors.0.field")).isEqualTo("title");
        assertThat(refused.text("errors.0.code")).isEqualTo("ONE_LINE");
    }

    @Test
    void pasted_over_several_lines_is_a_title_in_one() {
        var raised = desk.acmeUser
                .post(Desk.TICKETS, Desk.problem("title", "Printer\r\nis\tslow\n"))
                .expect(201);
        assertThat(desk.read(desk.manager, raised.id(), raised).text("title")).isEqualTo("Printer is slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {" dispatcher", "dispatcher ", "\tDispatcher\n", "\u00a0dispatcher"})
    void around_a_user_name_is_left_out_at_every_door(String username) {
        desk.nobody
                .post("/api/v1/auth/token", Map.of("username", username, "password", RunningCallout.PASSWORD))
                .expect(200);
        var own = "blank-" + UUID.randomUUID();
        var opened = desk.admin
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username",
                                username.toLowerCase(Locale.ROOT).replace("dispatcher", own),
                                "displayName",
                                "Blank",
                                "role",
                                "SUPPORT",
                                "password",
                                RunningCallout.PASSWORD))
                .expect(201);
        desk.nobody
                .post("/api/v1/auth/token", Map.of("username", own, "password", RunningCallout.PASSWORD))
                .expect(200);
        assertThat(desk.admin
                        .after(opened)
                        .get("/api/v1/accounts/" + opened.id())
                        .expect(200)
                        .text("username"))
                .isEqualTo(own);
    }

    @Test
    void of_a_million_characters_is_too_long() {
        stored.nothingBy(() -> desk.acmeUser.post(Desk.TICKETS, Desk.problem("description", "x".repeat(1_000_000))))
                .expect(400);
    }

    @Test
    void is_kept_in_one_form_whatever_it_was_typed_on() {
        var raised = desk.acmeUser
                .post(Desk.TICKETS, Desk.problem("title", "Cafe\u0301 \uD83D\uDE80 Z\u0351\u0352"))
                .expect(201);
        assertThat(desk.read(desk.manager, raised.id(), raised).text("title"))
                .isEqualTo("Caf\u00e9 \uD83D\uDE80 Z\u0351\u0352");
    }

    @Test // A63
    void of_a_caller_never_begins_a_line_of_the_log() throws IOException {
        var mark = UUID.randomUUID().toString();
        var forged = "x\r\n{\"message\":\"forged " + mark + "\"}\n\u001b[31m\u2028forged";
        desk.nobody.post("/api/v1/auth/token", Map.of("username", forged, "password", forged));
        desk.acmeUser.post(Desk.TICKETS, Desk.problem("category", forged));
        desk.acmeUser.get(Desk.TICKETS + "/%0D%0A%7B%22message%22:%22forged%20" + mark + "%22%7D");
        desk.acmeUser.get(Desk.TICKETS + "/" + mark + "?x=%0D%0A%1B%5B31m");
        try (var lines = Files.lines(callout.dataFolder().resolve("logs/callout.log"))) {
            assertThat(lines).allSatisfy(line -> {
                assertThat(Caller.JSON.readTree(line).path("message").asString())
                        .doesNotStartWith("forged");
                assertThat(line.chars()).allMatch(c -> c >= ' ');
            });
        }
    }

    @Test // A19
    void packed_a_thousandfold_is_kept_as_it_is_and_never_unpacked() throws IOException {
        var bomb = bomb();
        assertThat(bomb).hasSizeLessThan(500_000);
        var files = Desk.TICKETS + "/" + desk.created() + "/attachments";
        var began = System.nanoTime();
        for (var name : new String[] {"bomb.zip", "bomb.xlsx"}) {
            var key = UUID.randomUUID().toString();
            var kept = desk.acmeUser
                    .attach(key, files, name, "application/zip", bomb, false)
                    .expect(201);
            assertThat(desk.acmeUser.get(files + "/" + kept.id()).expect(200).bytes())
                    .isEqualTo(bomb);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLOWEST);
    }

    /** 200 MB of nothing. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../nothing.txt"));
            var nothing = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }
}
