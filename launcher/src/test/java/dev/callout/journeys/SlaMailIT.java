package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.callout.launcher.CalloutProcess;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Notices about promises over a real SMTP connection, from a product of its own that is told not to tell of breaches. */
class SlaMailIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static GreenMail mailServer;
    private static CalloutProcess callout;

    private final Caller nobody = caller();
    private final Caller admin = nobody.as("admin");
    private final Caller manager = nobody.as("manager");

    private Somebody supervisor;
    private Somebody head;

    @BeforeAll
    static void start() throws Exception {
        mailServer = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        callout = CalloutProcess.ready(
                folder,
                Map.of(
                        "CALLOUT_MAIL_SMTP_HOST", "127.0.0.1",
                        "CALLOUT_MAIL_SMTP_PORT",
                                String.valueOf(mailServer.getSmtp().getPort()),
                        "CALLOUT_MAIL_SMTP_TLS", "false",
                        "CALLOUT_MAIL_RETRY_AFTER", "1s,3s",
                        "CALLOUT_NOTIFICATIONS_OFF", "SLA_BREACH",
                        "CALLOUT_DATABASE_ALLOW_UNSAFE", "true"),
                "demo");
    }

    @AfterAll
    static void stop() throws IOException {
        callout.close();
        mailServer.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Caller caller() {
        try {
            return Caller.of(callout.url());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void a_supervisor_and_a_manager() {
        supervisor = Somebody.hired(admin, "DISPATCHER");
        head = Somebody.hired(admin, "MANAGER");
    }

    @Test
    void tell_supervisor_and_manager_once_each_of_a_promise_that_is_about_to_break() throws Exception {
        var customer = customer("Łódź Print");
        promise(customer);

        var number = touched(customer, Duration.ofMinutes(50));

        for (var somebody : List.of(supervisor, head)) {
            var mail = only(somebody);
            assertThat(mail.getSubject()).isEqualTo(number + ": SLA warning (first response, 80 %)");
            assertThat(plain(mail))
                    .contains("Title: Printer is silent", "Customer: Łódź Print")
                    .contains("first response: promised within 1 h of business time, 80 % used")
                    .containsPattern("is due: .+ \\d+:\\d\\d(:\\d\\d)?.[AP]M E[SD]T \\(America/New_York\\)")
                    .contains(callout.url().resolve("/tickets/" + number).toString());
        }
    }

    @Test
    void wait_for_a_server_that_is_away_and_are_shown_as_failed_when_they_are_given_up() throws Exception {
        var customer = customer("Slow Print");
        promise(customer);
        mailServer.stop();
        String mailId;
        try {
            touched(customer, Duration.ofMinutes(50));
            var waiting = inLog(supervisor, "WAITING", 1);
            assertThat(waiting.text("nextAt")).isNotNull();
            assertThat(waiting.text("lastError")).isNotBlank();
            var failed = inLog(supervisor, "FAILED", 3);
            assertThat(failed.text("nextAt")).isNull();
            mailId = failed.text("mailId");
        } finally {
            mailServer.start();
        }
        manager.post("/api/v1/mail/" + mailId + "/retry", Map.of()).expect(202);
        assertThat(only(supervisor).getSubject()).contains("80 %");
        assertThat(inLog(supervisor, "SENT", 1).text("sentAt")).isNotNull();
    }

    @Test
    void go_nowhere_any_more_once_whoever_they_tell_of_is_erased() {
        var customer = customer("CONSUMER", "Ann Quill");
        promise(customer);
        mailServer.stop();
        try {
            touched(customer, Duration.ofMinutes(50));
            var mailId = inLog(supervisor, "WAITING", 0).text("mailId");
            nobody.as("privacy")
                    .post("/api/v1/privacy/erasures", Map.of("personId", customer, "ground", "REQUESTED_BY_PERSON"))
                    .expect(201);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(failed(mailId))
                            .anySatisfy(mail -> assertThat(mail.text("subject")).isNull()));
            manager.post("/api/v1/mail/" + mailId + "/retry", Map.of()).expect(404);
        } finally {
            mailServer.start();
        }
    }

    private List<Line> failed(String mailId) {
        return log("FAILED").filter(mail -> mailId.equals(mail.text("mailId"))).toList();
    }

    @Test
    void tell_nothing_on_an_occasion_that_is_off() throws Exception {
        var customer = customer("Quiet Print");
        promise(customer);
        touched(customer, Duration.ofMinutes(90)); // broken when it is found: too late for a warning
        touched(customer, Duration.ofMinutes(50)); // heard of after it
        assertThat(only(supervisor).getSubject()).endsWith(": SLA warning (first response, 80 %)");
        assertThat(only(head).getSubject()).endsWith(": SLA warning (first response, 80 %)");
        assertThat(manager.get("/api/v1/mail?pageSize=200").expect(200).each("items", "template"))
                .doesNotContain("sla-breach");
    }

    private String customer(String name) {
        return customer("BUSINESS", name);
    }

    private String customer(String kind, String name) {
        return manager.post("/api/v1/customers", Map.of("kind", kind, "name", name))
                .expect(201)
                .id();
    }

    /** An hour for an answer, in New York; supervisor and manager are to hear of it at 80 and at 100 percent. */
    private void promise(String customer) {
        var day = Stream.of(DayOfWeek.values())
                .map(each -> Terms.day(each.name(), "00:00", "00:00"))
                .toList();
        var calendar = manager.post(Terms.CALENDARS, Terms.calendar("America/New_York", day))
                .expect(201)
                .id();
        var target = Terms.target("RESPONSE", "HIGH", 60, "BUSINESS_MINUTES", calendar);
        var policy = Terms.policy(Map.of("customerId", customer), List.of(target));
        policy.put("ladder", List.of(step(80), step(100)));
        policy.put("supervisorId", supervisor.accountId());
        policy.put("managerId", head.accountId());
        manager.post(Terms.POLICIES, policy).expect(201);
    }

    private static Map<String, ?> step(int percent) {
        return Map.of(
                "clock",
                "RESPONSE",
                "percent",
                percent,
                "action",
                "NOTIFY",
                "recipients",
                List.of("SUPERVISOR", "MANAGER"));
    }

    /** The number of a ticket that was raised so long ago; touching it has noticed what ran out meanwhile. */
    private String touched(String customer, Duration ago) {
        var problem = Desk.problem("customerId", customer);
        problem.put("priority", "HIGH");
        problem.put("occurredAt", Instant.now().minus(ago).toString());
        var raised = nobody.as("technician").post(TICKETS, problem).expect(201);
        nobody.as("dispatcher")
                .post(TICKETS + "/" + raised.id() + "/visit", Map.of())
                .expect(204);
        return raised.text("number");
    }

    private static List<MimeMessage> to(Somebody somebody) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> isTo(mail, somebody.email()))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage only(Somebody somebody) {
        await().atMost(PATIENCE).until(() -> !to(somebody).isEmpty());
        assertThat(to(somebody)).hasSize(1);
        return to(somebody).get(0);
    }

    private static String plain(MimeMessage mail) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    /** The line of the log about somebody's mail, once it stands so after so many tries. */
    private Line inLog(Somebody somebody, String state, int tries) {
        return await().atMost(PATIENCE)
                .until(
                        () -> log(state)
                                .filter(mail -> somebody.email().equals(mail.text("recipient"))
                                        && mail.json().path("attempts").asInt() >= tries)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<Line> log(String state) {
        return manager.get("/api/v1/mail?pageSize=200&state=" + state)
                .expect(200)
                .at("items")
                .valueStream()
                .map(Line::new);
    }

    private record Line(JsonNode json) {

        String text(String field) {
            var node = json.path(field);
            return node.isNull() || node.isMissingNode() ? null : node.asString();
        }
    }
}
