package dev.callout.launcher.cli;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.launcher.importing.BacklogTruth;
import dev.callout.launcher.importing.ImportAnswer;
import dev.callout.launcher.importing.IncidentTruth;
import dev.callout.launcher.importing.ServiceNowFile;
import dev.callout.launcher.importing.ServiceNowImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came in is what the file says, however often and with however many breaks it came. */
@ExtendWith(RunningCallout.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportServiceNowIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TICKETS = "/api/v1/service-desk/tickets";
    private static final String TRACKING = "/api/v1/service-desk/sla-tracking";
    private static final String POLICIES = "/api/v1/service-desk/sla-policies";
    private static final String WHAT_IFS = "/api/v1/service-desk/sla-what-ifs";
    private static final Path FILE = IncidentTruth.file();
    private static final Path EXCERPT = Path.of("src/test/resources/servicenow-excerpt.csv");

    private final RunningCallout callout;

    @TempDir
    Path folder;

    ImportServiceNowIT(RunningCallout callout) {
        this.callout = callout;
    }

    @Test
    @Order(1)
    void tells_through_the_api_what_the_file_says() throws Exception {
        var before = eventsByTheOperator();
        var report = imported(FILE, 0);

        var truths = IncidentTruth.of(FILE);
        assertThat(report.get("newTickets").asInt()).isEqualTo(truths.size());
        assertThat(report.get("rows").asInt()).isEqualTo(rows(truths));
        assertThat(report.get("refused")).isEmpty();
        assertThat(report.get("eventsAdded").asLong()).isEqualTo(eventsByTheOperator() - before);

        var tickets = tickets(truths.keySet());
        assertThat(tickets.keySet()).isEqualTo(truths.keySet());
        assertThat(tickets.values())
                .extracting(ticket -> ticket.get("status").asString())
                .containsOnly("CLOSED");
        sameCounts(truths, IncidentTruth::category, tickets, ticket -> text(ticket.get("category")));
        sameCounts(truths, IncidentTruth::priority, tickets, ticket -> text(ticket.get("priority")));
        sameCounts(truths, IncidentTruth::group, tickets, ticket -> text(ticket.at("/team/name")));
        sameOfEach(
                truths,
                IncidentTruth::reopenCount,
                tickets,
                ticket -> ticket.get("reopenCount").asInt());
        sameOfEach(truths, IncidentTruth::opened, tickets, ticket -> time(ticket.get("raisedAt")));
        sameOfEach(truths, IncidentTruth::resolved, tickets, ticket -> time(ticket.get("resolvedAt")));
        sameOfEach(truths, IncidentTruth::closed, tickets, ticket -> time(ticket.get("closedAt")));
    }

    @Test
    @Order(2)
    void adds_no_event_the_second_time() throws Exception {
        var before = eventsByTheOperator();
        var report = imported(FILE, 0);
        assertThat(eventsByTheOperator()).isEqualTo(before);
        assertThat(report.get("eventsAdded").asInt()).isZero();
        assertThat(report.get("newTickets").asInt()).isZero();
        assertThat(report.get("rowsKnownBefore").asInt()).isEqualTo(rows(IncidentTruth.of(FILE)));
    }

    @Test
    @Order(3)
    void the_open_backlog_of_any_moment_is_what_the_file_says() {
        var truth = new BacklogTruth(FILE);
        var seed = System.nanoTime();
        var random = new Random(seed);
        var times = truth.moments();
        var inDoubt = 0;
        for (var i = 0; i < 50; i++) {
            var moment = times.get(random.nextInt(times.size())).plusSeconds(60L * random.nextInt(600));
            var doubtful = truth.inDoubtAt(moment);
            inDoubt += doubtful.size();
            var said = truth.openAt(moment);
            said.removeAll(doubtful);
            assertThat(open(moment).filter(number -> !doubtful.contains(number)))
                    .as("seed %s, %s", seed, moment)
                    .containsExactlyInAnyOrderElementsOf(said);
        }
        assertThat(inDoubt).as("too much in doubt to call it equal").isLessThan(50 * 15);
    }

    @Test
    @Order(4)
    void every_promise_of_what_came_in_is_accounted_for_to_the_second() throws Exception {
        var clocks = 0;
        for (var ticket : tickets(IncidentTruth.of(FILE).keySet()).values()) {
            var certificate = get(TRACKING + "/" + ticket.get("ticketId").asString() + "/certificate");
            for (var clock : certificate.get("clocks")) {
                assertThat(stretches(clock)).as("%s", clock).isEqualTo(lifeOf(clock, certificate));
                clocks++;
            }
        }
        assertThat(clocks).isGreaterThanOrEqualTo(IncidentTruth.of(FILE).size());
    }

    @Test
    @Order(5)
    void the_past_replayed_with_the_same_terms_has_the_same_verdicts() throws Exception {
        var truths = IncidentTruth.of(FILE).values();
        var times = truths.stream().map(IncidentTruth::opened).sorted().toList();
        var period = "\"from\":\"%s\",\"until\":\"%s\""
                .formatted(times.get(0), times.get(times.size() - 1).plusSeconds(1));
        for (var policy : get(POLICIES).get("items")) {
            var same = replayed("{\"policyId\":%s,%s}".formatted(policy.get("policyId"), period));
            assertThat(same.get("done").asInt()).isGreaterThanOrEqualTo(truths.size());
            assertThat(same.get("flipped").asInt()).as("%s", same).isZero();
        }
    }

    /** What the product says of a clock's stretches, where they follow one another. */
    private static List<Object> stretches(JsonNode clock) {
        var begin = Instant.parse(clock.at("/standing/startedAt").asString());
        var reached = begin;
        for (var interval : clock.get("intervals")) {
            assertThat(time(interval.get("from"))).as("%s", clock).isEqualTo(reached);
            reached = time(interval.get("until"));
        }
        return List.of(begin, reached, Duration.parse(clock.get("total").asString()));
    }

    private static List<Object> lifeOf(JsonNode clock, JsonNode certificate) {
        var begin = time(clock.at("/standing/startedAt"));
        var end = Objects.requireNonNullElse(time(clock.at("/standing/actualAt")), time(certificate.get("moment")));
        return List.of(begin, end, Duration.between(begin, end));
    }

    private JsonNode replayed(String request) throws Exception {
        var manager = token("manager");
        var begun = post(WHAT_IFS, manager, request);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var path = WHAT_IFS + "/" + JSON.readTree(begun.body()).get("id").asString();
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> get(path, manager),
                        run -> run.get("state").asString().equals("DONE"));
    }

    @Test
    void an_import_that_broke_off_and_was_repeated_ends_like_one_that_did_not() throws Exception {
        var whole = copyOfExcerpt("WHOLE", identity());
        var broken = copyOfExcerpt("BROKEN", identity());
        imported(whole, 0);

        var requests = new AtomicInteger();
        var client = new OperatorClient(callout.url(), key());
        assertThatThrownBy(() -> new ServiceNowImport(
                                lines -> {
                                    if (requests.incrementAndGet() == 1) {
                                        return client.importLines(lines);
                                    }
                                    client.importLines(lines.subList(0, lines.size() * 2 / 3)); // done, never answered
                                    throw new IOException("killed");
                                },
                                done -> {})
                        .run(new ServiceNowFile(broken), "broken.csv"))
                .isInstanceOf(UncheckedIOException.class);
        var report = imported(broken, 0);
        assertThat(report.get("rowsKnownBefore").asInt()).isPositive();
        assertThat(report.get("rowsByOrdinarySteps").asInt()).isPositive();

        var wholes = tickets(IncidentTruth.of(whole).keySet());
        var brokens = tickets(IncidentTruth.of(broken).keySet());
        assertThat(brokens).hasSameSizeAs(wholes);
        wholes.forEach((number, ticket) -> assertThat(story(brokens.get(number.replace("WHOLE", "BROKEN"))))
                .as(number)
                .isEqualTo(story(ticket)));
    }

    @Test
    void a_repaired_file_brings_in_what_a_bad_row_kept_out_and_nothing_twice() throws Exception {
        var badRow = new AtomicInteger();
        var bad = copyOfExcerpt(
                "REPAIR", line -> badRow.incrementAndGet() == 3 ? line.replace(",Active,", ",-100,") : line);
        var report = imported(bad, 1);
        assertThat(report.get("refused"))
                .extracting(
                        row -> row.get("line").asInt() + " " + row.get("code").asString())
                .startsWith("3 UNKNOWN_STATE", "4 EARLIER_LINE_MISSING", "5 EARLIER_LINE_MISSING")
                .hasSize(3);

        var good = copyOfExcerpt("REPAIR", identity());
        var truths = IncidentTruth.of(good);
        var repaired = imported(good, 0);
        assertThat(repaired.get("rowsKnownBefore").asInt()).isEqualTo(rows(truths) - 3);
        assertThat(tickets(truths.keySet()).values())
                .extracting(ticket -> ticket.get("status").asString())
                .containsOnly("CLOSED");
    }

    @Test
    void a_list_with_one_fault_of_each_kind_accounts_for_every_line() throws Exception {
        var header = "number,short_description,state,priority,caller_id,opened_at,sys_updated_on,resolved_at,closed_at";
        var row = "LST1,Printer is slow,In Progress,5 - Planning,,2024-07-01 08:00:00,2024-07-01 09:00:00,,";
        var lines = List.of(
                header,
                row,
                "",
                row.replace("LST1", "LST2").replace("In Progress", "On Hold"),
                row.replace("LST1", "LST3").replace("In Progress", "Canceled"),
                row.replace("LST1", "LST4").replace("2024-07-01 08:00:00", "1899-12-30 00:00:00"),
                row.replace("LST1", "LST5").replace("2024-07-01 09:00:00", "0001-01-01 00:00:00"),
                row.replace("LST1", "LST6").replace("In Progress", "Nowhere"),
                row.replace("LST1", "LST7").replace("5 - Planning", "6 - Never"),
                row.replace("LST1", "LST8")
                        .replace(":00,,", ":00,2024-06-30 08:00:00,")
                        .replace("In Progress", "Resolved"),
                row.replace("LST1", "LST9").replace("2024-07-01 09", "2044-07-01 09"),
                row.replace("LST1", "LST10") + ",more",
                row.replace("LST1", "?"),
                row.replace("LST1", "LST11").replace("Printer", "\"Printer"),
                row.replace("LST1", "12").replace("slow", "fast"));
        var file = Files.write(folder.resolve("list.csv"), lines);
        var before = eventsByTheOperator();

        var tried = imported(file, 1, "--dry-run");
        assertThat(eventsByTheOperator()).isEqualTo(before);
        var report = imported(file, 1);
        assertThat(report.get("refused")).isEqualTo(tried.get("refused"));
        assertThat(report.get("newTickets").asInt())
                .isEqualTo(tried.get("newTickets").asInt())
                .isEqualTo(4);
        assertThat(report.get("rowsInFile").asInt()).isEqualTo(13);
        assertThat(report.get("blankLines").asInt()).isEqualTo(1);
        assertThat(report.get("rowsUnaccountedFor").asInt()).isZero();
        assertThat(report.get("refused"))
                .extracting(
                        one -> one.get("line").asInt() + " " + one.get("code").asString())
                .containsExactly(
                        "6 IMPOSSIBLE_TIME",
                        "7 IMPOSSIBLE_TIME",
                        "8 UNKNOWN_STATE",
                        "9 UNKNOWN_PRIORITY",
                        "10 TIMES_CONTRADICT",
                        "11 IN_THE_FUTURE",
                        "12 WRONG_COLUMNS",
                        "13 MISSING_NUMBER",
                        "14 QUOTES_DONT_MATCH");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> listed("text=printer+is", "(LST|1)").count() == 4);
        assertThat(listed("status=CANCELLED&text=lst3", "LST")).hasSize(1);

        var later = Files.write(
                folder.resolve("later.csv"),
                List.of(
                        header,
                        row,
                        row.replace("LST1", "LST2")
                                .replace("09:00:00,,", "17:00:00,,2024-07-01 16:30:00")
                                .replace("In Progress", "Closed"),
                        row.replace("LST1", "LST3").replace("09:00:00", "08:30:00")));
        var again = imported(later, 1);
        assertThat(again.get("rowsKnownBefore").asInt()).isEqualTo(1);
        assertThat(again.get("rows").asInt()).isEqualTo(3);
        assertThat(again.get("refused"))
                .extracting(one -> one.get("code").asString())
                .containsExactly("HISTORY_DIFFERS");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> listed("status=CLOSED&text=lst2", "LST").count() == 1);
    }

    @Test
    void another_history_of_the_same_incident_is_refused() throws Exception {
        imported(copyOfExcerpt("OTHER", identity()), 0);
        var before = eventsByTheOperator();
        var report = imported(
                copyOfExcerpt("OTHER", line -> line.replaceFirst("-2017 (\\d\\d:\\d\\d),Phone", "-2016 $1,Phone")), 1);
        assertThat(report.get("refused"))
                .extracting(row -> row.get("code").asString())
                .isNotEmpty()
                .containsOnly("HISTORY_DIFFERS");
        assertThat(eventsByTheOperator()).isEqualTo(before);
    }

    @Test
    void only_administrators_import() throws Exception {
        var token = token("manager");
        var line = "{\"lines\":[{\"number\":\"INC7\",\"position\":1,\"resolutionStands\":false}]}";
        assertThat(post("/api/v1/imports/servicenow/lines", token, line).statusCode())
                .isEqualTo(403);
        assertThat(post("/api/v1/imports/servicenow/lines", key(), "{\"lines\":[]}")
                        .statusCode())
                .isEqualTo(400);
        var answer = post("/api/v1/imports/servicenow/lines", key(), line);
        assertThat(JSON.readValue(answer.body(), ImportAnswer.class).lines())
                .extracting("outcome", "code")
                .containsExactly(tuple("REFUSED", "UNKNOWN_STATE"));
    }

    // --- the file

    /** The excerpt under numbers of its own. */
    private Path copyOfExcerpt(String prefix, Function<String, String> change) throws IOException {
        return Files.write(
                folder.resolve(prefix + ".csv"),
                Files.readAllLines(EXCERPT).stream()
                        .map(change)
                        .map(line -> line.replaceFirst("^INC", prefix))
                        .toList());
    }

    private static int rows(Map<String, IncidentTruth> truths) {
        return truths.values().stream().mapToInt(IncidentTruth::rows).sum();
    }

    private JsonNode imported(Path file, int exitCode, String... options) throws IOException {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true);
        var report = folder.resolve("report.json");
        var exit = new CommandLine(Map.of("CALLOUT_DATA", callout.dataFolder().toString()), print, print)
                .run(Stream.concat(
                                Stream.of("import", "servicenow", file.toString(), "--report", report.toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(exitCode);
        return JSON.readTree(Files.readString(report));
    }

    // --- the product

    /** The tickets of incidents by their old number, once the views have caught up. */
    private Map<String, JsonNode> tickets(Collection<String> numbers) throws Exception {
        var prefix = numbers.iterator().next().replaceAll("\\d+$", "");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> closed(prefix).count() == numbers.size());
        var tickets = closed(prefix)
                .map(line -> line.get("ticketId").asString())
                .map(id -> get(TICKETS + "/" + id))
                .collect(toMap(ImportServiceNowIT::oldNumber, identity()));
        assertThat(tickets.values())
                .allMatch(ticket -> ticket.get("status").asString().equals("CLOSED"));
        return tickets;
    }

    private Stream<JsonNode> closed(String prefix) {
        return listed("status=CLOSED", prefix);
    }

    /** The old numbers of what was open then. */
    private Stream<String> open(Instant moment) {
        var statuses = Arrays.stream(TicketStatus.values())
                .filter(TicketStatus::isOpen)
                .map(status -> "&status=" + status)
                .collect(joining());
        return listed("asOf=" + moment + statuses, "INC").map(ImportServiceNowIT::oldNumber);
    }

    private Stream<JsonNode> listed(String filter, String prefix) {
        var path = TICKETS + "?" + filter + "&includeArchived=true&pageSize=200&sort=number";
        var pages = Stream.iterate(
                get(path),
                Objects::nonNull,
                page -> text(page.get("next")) == null ? null : get(path + "&after=" + text(page.get("next"))));
        return pages.flatMap(page -> StreamSupport.stream(page.get("items").spliterator(), false))
                .filter(line -> line.get("title").asString().matches(".*\\b" + prefix + "\\d+\\)?$"));
    }

    private static String oldNumber(JsonNode ticket) {
        return ticket.get("title").asString().replaceAll(".*\\b([A-Z]+\\d+)\\)?$", "$1");
    }

    /** All of a ticket that does not depend on when and under which number it came in. */
    private static String story(JsonNode ticket) {
        return Stream.of(
                        "version",
                        "status",
                        "priority",
                        "category",
                        "subCategory",
                        "channel",
                        "technician",
                        "team",
                        "customer",
                        "raisedAt",
                        "resolvedAt",
                        "resolvedBy",
                        "closedAt",
                        "closure",
                        "workDone",
                        "cycles",
                        "assignments")
                .map(field -> field + ": " + ticket.get(field))
                .toList()
                .toString();
    }

    private String token(String username) throws Exception {
        var answer = post(
                "/api/v1/auth/token",
                null,
                "{\"username\":\"" + username + "\",\"password\":\"" + RunningCallout.PASSWORD + "\"}");
        return JSON.readTree(answer.body()).get("accessToken").asString();
    }

    private JsonNode get(String path) {
        return get(path, key());
    }

    private JsonNode get(String path, String token) {
        try {
            var response = HTTP.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return HTTP.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(callout.url(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private String key() {
        return read("operator.key");
    }

    private String read(String file) {
        try {
            return Files.readString(callout.dataFolder().resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Straight from the store, and of the importer alone: the product itself may archive meanwhile. */
    private long eventsByTheOperator() throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + read("postgres.port") + "/callout";
        try (var connection = DriverManager.getConnection(url, "callout", read("callout.password"));
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM domain_event_entry"
                        + " WHERE convert_from(meta_data, 'UTF8') LIKE '%\"operator\"%'")) {
            count.next();
            return count.getLong(1);
        }
    }

    // --- comparing

    private static <T> void sameCounts(
            Map<String, IncidentTruth> truths,
            Function<IncidentTruth, T> ofTruth,
            Map<String, JsonNode> tickets,
            Function<JsonNode, T> ofTicket) {
        assertThat(tickets.values().stream()
                        .collect(groupingBy(ticket -> String.valueOf(ofTicket.apply(ticket)), counting())))
                .isEqualTo(truths.values().stream()
                        .collect(groupingBy(truth -> String.valueOf(ofTruth.apply(truth)), counting())));
    }

    private static <T> void sameOfEach(
            Map<String, IncidentTruth> truths,
            Function<IncidentTruth, T> ofTruth,
            Map<String, JsonNode> tickets,
            Function<JsonNode, T> ofTicket) {
        truths.forEach((number, truth) ->
                assertThat(ofTicket.apply(tickets.get(number))).as(number).isEqualTo(ofTruth.apply(truth)));
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? null : node.asString();
    }

    private static Instant time(JsonNode node) {
        return text(node) == null ? null : Instant.parse(text(node));
    }
}
