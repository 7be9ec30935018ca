package dev.callout.attacks;

import static dev.callout.rights.Company.ACCOUNTS;
import static dev.callout.rights.Company.BULK;
import static dev.callout.rights.Company.TICKETS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Stored;
import dev.callout.rights.Company;
import dev.callout.rights.Person;
import dev.callout.rights.Staff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A01, A02, A04, A06, A09, A10, A12: what is not yours can't be told from what never was, nor be touched. */
@ExtendWith(RunningCallout.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignObjectsIT {

    private static final String NEVER = "00000000-0000-0000-0000-000000000000";
    private static final Map<String, String> UNKNOWN = Map.ofEntries(
            entry("ticket", "TCK-" + NEVER),
            entry("attachmentId", "ATT-" + NEVER),
            entry("customerId", "CUS-" + NEVER),
            entry("accountId", "ACC-" + NEVER),
            entry("teamId", "TEA-" + NEVER),
            entry("operationId", "BLK-" + NEVER),
            entry("personId", "CON-" + NEVER),
            entry("erasureId", "ERA-" + NEVER),
            entry("policyId", "SLA-" + NEVER),
            entry("calendarId", "CAL-" + NEVER),
            entry("version", "1"),
            entry("whatIfId", "WIF-" + NEVER),
            entry("name", "projection-none"));

    private RunningCallout callout;
    private Stored stored;
    private Staff staff;
    private Company company;
    private Company other;
    private String foreign;
    private Map<String, String> foreigners;

    @BeforeAll
    void make_something_that_is_not_theirs(RunningCallout running) {
        callout = running;
        stored = new Stored(callout);
        staff = Staff.of(callout);
        company = Company.business(staff);
        other = Company.business(staff);
        foreign = other.shown();
        foreigners = new HashMap<>(Map.of(
                "ticket",
                foreign,
                "attachmentId",
                attachmentOf(foreign),
                "customerId",
                other.customerId,
                "accountId",
                other.people.get(Role.CUSTOMER_ADMIN).accountId(),
                "teamId",
                staff.team(),
                "operationId",
                other.operation(),
                "personId",
                other.contactId,
                "erasureId",
                "ERA-" + NEVER,
                "whatIfId",
                other.whatIf(),
                "name",
                "projection-ticket-board"));
        foreigners.putAll(Map.of("policyId", "SLA-standard", "calendarId", "CAL-standard", "version", "1"));
    }

    private String attachmentOf(String ticket) {
        var log = "a log".getBytes(StandardCharsets.UTF_8);
        return other.people
                .get(Role.CUSTOMER_USER)
                .caller()
                .attach(
                        UUID.randomUUID().toString(),
                        TICKETS + "/" + ticket + "/attachments",
                        "log.txt",
                        "text/plain",
                        log,
                        false)
                .expect(201)
                .id();
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_thing_reads_like_one_that_never_was() {
        var byNumber = new HashMap<>(foreigners);
        byNumber.put("ticket", numberOf(foreign));
        var reads = Operation.all(callout).stream()
                .filter(operation -> !operation.isWrite() && operation.path().contains("{"))
                .toList();
        assertThat(reads).hasSizeGreaterThan(6);
        return reads.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (var reader : company.people.values()) {
                        var unknown = reader.get(operation.address(UNKNOWN));
                        assertThat(unknown.status()).as(unknown.text()).isIn(403, 404);
                        for (var variables : List.of(foreigners, byNumber)) {
                            alike(reader.get(operation.address(variables)), unknown);
                        }
                    }
                }));
    }

    private String numberOf(String ticket) {
        return staff.admin.get(TICKETS + "/" + ticket).expect(200).text("number");
    }

    private static void alike(Answer foreign, Answer unknown) {
        assertThat(foreign.status()).isEqualTo(unknown.status());
        assertThat(foreign.problem()).as(foreign.request()).isEqualTo(unknown.problem());
        assertThat(new TreeSet<>(foreign.headers().map().keySet()))
                .isEqualTo(new TreeSet<>(unknown.headers().map().keySet()));
    }

    @Test
    void takes_no_longer_to_refuse_than_what_never_was() {
        var reader = company.people.get(Role.CUSTOMER_USER);
        var foreignOnes = new long[60];
        var unknownOnes = new long[60];
        for (var i = 0; i < foreignOnes.length; i++) {
            foreignOnes[i] = nanos(reader, foreign);
            unknownOnes[i] = nanos(reader, UNKNOWN.get("ticket"));
        }
        assertThat(Math.abs(median(foreignOnes) - median(unknownOnes)))
                .isLessThan(Math.max(Duration.ofMillis(5).toNanos(), median(unknownOnes) / 2));
    }

    private static long nanos(Person reader, String ticket) {
        var begun = System.nanoTime();
        reader.get(TICKETS + "/" + ticket).expect(404);
        return System.nanoTime() - begun;
    }

    private static long median(long[] times) {
        return LongStream.of(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    @Test
    void numbers_near_ones_own_lead_to_nothing_that_is_not_ones_own() {
        var reader = company.people.get(Role.CUSTOMER_USER);
        other.created();
        var mine = company.shown();
        other.created();
        var number = Integer.parseInt(numberOf(mine).substring(3));
        IntStream.rangeClosed(number - 60, number + 60)
                .mapToObj(near -> reader.get(TICKETS + "/TKT" + near))
                .forEach(answer -> {
                    if (answer.status() == 200) {
                        assertThat(answer.text("reportedBy.id")).isIn(company.contactId, null);
                    } else {
                        answer.expect(404, "NOT_FOUND");
                    }
                });
    }

    @Test
    void a_bulk_operation_touches_only_what_is_ones_own() {
        var asks = company.people.get(Role.CUSTOMER_ADMIN);
        var resolved = other.resolved();
        var order = Map.of(
                "operation", "STATUS",
                "status", "REOPENED",
                "reason", "x",
                "tickets", List.of(Map.of("id", resolved), Map.of("id", UNKNOWN.get("ticket"))));
        var preview =
                stored.nothingBy(() -> asks.post(BULK + "?dryRun=true", order)).expect(200);
        assertThat(preview.number("willChange")).isZero();
        assertThat(preview.each("results", "code")).containsOnly("NOT_FOUND");
        assertThat(preview.each("results", "reason").stream().distinct()).hasSize(1);
    }

    @Test
    void a_technician_takes_no_step_on_anothers_work() {
        var another = staff.open(Role.TECHNICIAN, null, null);
        var ticket = company.inProgress();
        var steps = Map.of(
                "pend", Map.of("waitingFor", "PARTS", "reason", "x"),
                "resolve", Map.of("workDone", "x"));
        steps.forEach((step, body) -> stored.nothingBy(() -> another.post(TICKETS + "/" + ticket + "/" + step, body))
                .expect(403, "NOT_ASSIGNED_TO_YOU"));
    }

    @Test
    void nobody_but_an_administrator_makes_administrators() {
        Stream.of(staff.people().values(), company.people.values())
                .flatMap(side -> side.stream())
                .filter(person -> person.role() != Role.ADMIN)
                .forEach(person -> {
                    var own = ACCOUNTS + "/" + person.accountId();
                    stored.nothingBy(() -> person.post(own + "/role", Map.of("role", "ADMIN")))
                            .expect(403, "NOT_ALLOWED");
                    var others = ACCOUNTS + "/" + staff.of(Role.ADMIN).accountId();
                    stored.nothingBy(() -> person.post(others + "/password", Map.of("password", "now it is mine")))
                            .expect(person.role().isCustomer() ? 404 : 403);
                });
    }

    @Test
    void nothing_that_opens_a_door_is_in_the_list_of_accounts() {
        var looks = staff.of(Role.AUDITOR);
        for (var path : List.of(ACCOUNTS + "?pageSize=200", ACCOUNTS + "/" + looks.accountId())) {
            assertThat(looks.get(path).expect(200).text().toLowerCase())
                    .doesNotContain("password", "token", "hash", "secret", "argon");
        }
    }

    @Test
    void a_user_reads_no_colleagues_phone_book() {
        var path = Company.CUSTOMERS + "/" + company.customerId;
        var whole = company.people.get(Role.CUSTOMER_ADMIN).get(path).expect(200);
        assertThat(whole.each("contacts", "contactId")).hasSize(3);
        var own = company.people.get(Role.CUSTOMER_USER).get(path).expect(200);
        assertThat(own.each("contacts", "contactId")).containsExactly(company.contactId);
        assertThat(own.each("sites", "siteId")).containsExactly(company.siteId);
    }
}
