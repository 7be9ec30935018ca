package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.faults.AtOnce;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T-14, A02, A15, A17, A18: files that belong to a ticket. */
@ExtendWith(RunningCallout.class)
class AttachmentsIT {

    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final int MEGABYTE = 1024 * 1024;

    private final RunningCallout callout;
    private final Desk desk;
    private final Stored stored;
    private final String ticket;
    private final String files;

    AttachmentsIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        stored = new Stored(callout);
        ticket = desk.created();
        files = TICKETS + "/" + ticket + "/attachments";
    }

    private Answer attach(Caller caller, String fileName, String type, byte[] content, boolean internal) {
        return caller.attach(UUID.randomUUID().toString(), files, fileName, type, content, internal);
    }

    @Test
    void come_back_as_they_were_and_never_as_a_page() {
        var attached =
                attach(desk.acmeUser, "fault.png", "image/png", PIXEL, false).expect(201);
        var file = desk.acmeUser.get(attached.header("Location")).expect(200);
        assertThat(file.bytes()).isEqualTo(PIXEL);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains("fault.png");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(file.header("Cache-Control")).contains("no-store");
        var shown = desk.read(desk.acmeUser, ticket, attached);
        assertThat(shown.each("attachments", "fileName")).containsExactly("fault.png");
        assertThat(shown.number("attachments.0.sizeInBytes")).isEqualTo(PIXEL.length);
    }

    @ParameterizedTest
    @CsvSource({
        "log.png, image/png, the printer said no, text/plain",
        "table.csv, application/octet-stream, 'a;b', text/csv",
        "letter.rtf, text/plain, '{\\rtf1\\ansi Hello}', application/rtf",
        "settings.xml, image/png, '<?xml version=\"1.0\"?><printer/>', application/octet-stream",
    })
    void have_the_type_of_their_content(String name, String declared, String content, String type) {
        var attached = attach(desk.acmeUser, name, declared, content.getBytes(UTF_8), false)
                .expect(201);
        assertThat(desk.acmeUser.get(attached.header("Location")).expect(200).header("Content-Type"))
                .startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "MZ\u0090\u0000\u0003 this program cannot be run in DOS mode",
                "#!/bin/sh\nrm -rf /"
            })
    void are_bytes_that_nobody_knows_when_a_browser_or_a_shell_would_run_them(String content) {
        var attached = attach(desk.acmeUser, "photo.png", "image/png", content.getBytes(UTF_8), false)
                .expect(201);
        var file = desk.acmeUser.get(attached.header("Location")).expect(200);
        assertThat(file.bytes()).isEqualTo(content.getBytes(UTF_8));
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
    }

    @Test
    void stay_inside_when_they_are_internal() {
        var attached =
                attach(desk.technician, "plan.png", "image/png", PIXEL, true).expect(201);
        desk.manager.get(attached.header("Location")).expect(200);
        var hidden = desk.acmeUser.get(attached.header("Location")).expect(404, "NOT_FOUND");
        var unknown = desk.acmeUser.get(files + "/ATT-00000000-0000-0000-0000-000000000000");
        assertThat(hidden.problem()).isEqualTo(unknown.problem());
        assertThat(desk.read(desk.acmeUser, ticket, attached).text()).doesNotContain("plan.png", attached.id());
        stored.nothingBy(() -> attach(desk.acmeUser, "x.png", "image/png", PIXEL, true))
                .expect(400, "VALIDATION_FAILED");
    }

    @Test
    void are_nobody_elses() {
        var attached =
                attach(desk.acmeUser, "fault.png", "image/png", PIXEL, false).expect(201);
        var foreign = desk.consumer.get(attached.header("Location")).expect(404, "NOT_FOUND");
        var own = desk.raise(desk.consumer).id();
        var moved = desk.consumer.get(TICKETS + "/" + own + "/attachments/" + attached.id());
        assertThat(moved.expect(404, "NOT_FOUND").problem()).isEqualTo(foreign.problem());
        stored.nothingBy(() -> attach(desk.consumer, "x.png", "image/png", PIXEL, false))
                .expect(404, "NOT_FOUND");
        stored.nothingBy(() -> attach(desk.nobody, "x.png", "image/png", PIXEL, false))
                .expect(401, "UNAUTHENTICATED");
    }

    @Test
    void are_attached_once() {
        var key = UUID.randomUUID().toString();
        var first = desk.acmeUser
                .attach(key, files, "fault.png", "image/png", PIXEL, false)
                .expect(201);
        var second = stored.nothingBy(() -> desk.acmeUser.attach(key, files, "fault.png", "image/png", PIXEL, false));
        assertThat(second.expect(201).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        stored.nothingBy(() -> desk.acmeUser.attach(key, files, "fault.txt", "text/plain", "x".getBytes(UTF_8), false))
                .expect(409, "COMMAND_ID_REUSED");
        assertThat(desk.acmeUser.get(first.header("Location")).expect(200).bytes())
                .isEqualTo(PIXEL);
    }

    @Test
    void are_attached_once_however_often_they_come_at_the_same_time() throws Exception {
        var key = UUID.randomUUID().toString();
        var answers = AtOnce.each(8, who -> desk.acmeUser.attach(key, files, "a.png", "image/png", PIXEL, false));
        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(desk.acmeUser
                        .get(answers.get(0).header("Location"))
                        .expect(200)
                        .bytes())
                .isEqualTo(PIXEL);
    }

    @Test
    void under_one_key_are_one_file_and_what_is_acknowledged_has_its_own_bytes() throws Exception {
        for (var round = 0; round < 3; round++) {
            var key = UUID.randomUUID().toString();
            var answers = AtOnce.each(
                    8, who -> desk.acmeUser.attach(key, files, "a.txt", "text/plain", content(who % 4), false));
            var first = IntStream.range(0, 8)
                    .filter(who -> answers.get(who).status() == 201)
                    .findFirst()
                    .orElseThrow();
            for (var who = 0; who < 8; who++) {
                if (who % 4 == first % 4) {
                    answers.get(who).expect(201);
                } else {
                    answers.get(who).expect(409, "COMMAND_ID_REUSED");
                }
            }
            assertThat(desk.acmeUser
                            .get(answers.get(first).header("Location"))
                            .expect(200)
                            .bytes())
                    .isEqualTo(content(first % 4));
        }
    }

    private static byte[] content(int which) {
        return ("This is file " + which + ". ").repeat(50_000).getBytes(UTF_8);
    }

    @Test
    void are_an_error_at_once_when_a_piece_is_missing() {
        var attached = attach(desk.acmeUser, "log.txt", "text/plain", text(MEGABYTE), false)
                .expect(201);
        desk.acmeUser.get(attached.header("Location")).expect(200);
        Inside.database(callout)
                .sql("DELETE FROM attachment_piece WHERE attachment_id = ? AND piece = 1")
                .param(attached.id())
                .update();
        desk.acmeUser.get(attached.header("Location")).expect(500, "FILE_DAMAGED");
    }

    @Test
    void are_found_however_much_was_written_since() {
        var attached =
                attach(desk.acmeUser, "fault.png", "image/png", PIXEL, false).expect(201);
        for (var i = 0; i < 110; i++) { // more than a snapshot is made after
            desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Any news?"))
                    .expect(201);
        }
        assertThat(desk.acmeUser.get(attached.header("Location")).expect(200).bytes())
                .isEqualTo(PIXEL);
    }

    @Test
    void leave_no_bytes_when_the_ticket_takes_none() {
        desk.step(desk.manager, ticket, "cancel", Map.of("cause", "INVALID"));
        stored.nothingBy(() -> attach(desk.acmeUser, "fault.png", "image/png", PIXEL, false))
                .expect(409, "TICKET_CANCELLED");
    }

    @Test
    void can_be_twenty_megabytes_and_no_more() {
        var most = text(20 * MEGABYTE);
        var attached =
                attach(desk.acmeUser, "log.txt", "text/plain", most, false).expect(201);
        assertThat(desk.acmeUser.get(attached.header("Location")).expect(200).bytes())
                .isEqualTo(most);
        stored.nothingBy(() -> attach(desk.acmeUser, "log.txt", "text/plain", text(20 * MEGABYTE + 1), false))
                .expect(413, "PAYLOAD_TOO_LARGE");
        stored.nothingBy(() -> attach(desk.acmeUser, "log.txt", "text/plain", text(51 * MEGABYTE), false))
                .expect(413, "PAYLOAD_TOO_LARGE");
    }

    private static byte[] text(int length) {
        var text = new byte[length];
        Arrays.fill(text, (byte) 'x');
        return text;
    }

    @Test
    void are_measured_also_when_they_come_in_chunks() {
        var body = Multipart.of("log.txt", "text/plain", text(51 * MEGABYTE), false);
        stored.nothingBy(() -> desk.acmeUser
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .with("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                        .send("POST", files, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .expect(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void come_one_by_one_and_not_empty() {
        stored.nothingBy(() -> attach(desk.acmeUser, "log.txt", "text/plain", new byte[0], false))
                .expect(400, "VALIDATION_FAILED");
        var thousand = stored.nothingBy(() -> desk.acmeUser
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                .send("POST", files, BodyPublishers.ofByteArray(Multipart.many(1000))));
        assertThat(thousand.status()).isIn(400, 413);
        stored.nothingBy(() -> desk.acmeUser.post(files, Map.of("file", "x"))).expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt | passwd.txt",
                "..\\\\..\\\\boot.txt | boot.txt",
                "%2e%2e/x.txt | x.txt",
                "CON.txt | _CON.txt",
                "evil\u202Etxt.exe.txt | eviltxt.exe.txt",
                "\u200B.htaccess | htaccess",
                "a;b.txt | a_b.txt",
            })
    void have_names_that_do_no_harm(String given, String shown) {
        var attached = attach(desk.acmeUser, given, "text/plain", "x".getBytes(UTF_8), false)
                .expect(201);
        assertThat(desk.read(desk.acmeUser, ticket, attached).each("attachments", "fileName"))
                .containsExactly(shown);
        assertThat(desk.acmeUser.get(attached.header("Location")).expect(200).header("Content-Disposition"))
                .matches("attachment; filename=\"[^\"\\\\/]+\"(; filename\\*=UTF-8''[\\w.%-]+)?");
        assertThat(attached.id()).matches("ATT-[0-9a-f-]{36}");
    }

    @Test
    void have_short_names() {
        var name = "x".repeat(300) + ".txt";
        var attached = attach(desk.acmeUser, name, "text/plain", "x".getBytes(UTF_8), false)
                .expect(201);
        assertThat(desk.read(desk.acmeUser, ticket, attached).text("attachments.0.fileName"))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith(".txt");
    }

    @Test
    void come_in_a_form_that_can_be_read() {
        stored.nothingBy(() -> desk.acmeUser
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .with("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                        .send("POST", files, BodyPublishers.ofString("no form at all")))
                .expect(400);
        stored.nothingBy(() -> desk.acmeUser
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .with("Content-Type", "multipart/form-data")
                        .send("POST", files, BodyPublishers.ofString("x")))
                .expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b.txt", "a\rb.txt", "a\nb.txt"})
    void have_no_names_with_control_characters(String name) {
        stored.nothingBy(() -> attach(desk.acmeUser, name, "text/plain", "x".getBytes(UTF_8), false))
                .expect(400);
    }
}
