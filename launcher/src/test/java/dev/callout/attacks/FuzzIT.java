package dev.callout.attacks;

import static dev.callout.journeys.Terms.CALENDARS;
import static dev.callout.journeys.Terms.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Stored;
import dev.callout.journeys.Terms;
import dev.callout.rights.Company;
import dev.callout.rights.Person;
import dev.callout.rights.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the API, asked in thousands of ways that it was not made for, as several people: never an error of
 * our own, never slow, always a problem document, and what is refused stores nothing. A failure names the seed that
 * makes the same request again: {@code -Dcallout.fuzz.seed=… -Dcallout.fuzz.requests=1}.
 */
@ExtendWith(RunningCallout.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("callout.fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("callout.fuzz.seed", new Random().nextInt(1_000_000_000));
    private static final int WITH_THE_SAME_TICKETS = 100;
    private static final Duration SLOWEST = Duration.ofSeconds(10); // on a machine that others use as well

    private final Staff staff;
    private final Company company;
    private final Stored stored;
    private final Shots shots;
    private final String colleague;
    private final String team;
    private final String operation;
    private final Map<Integer, Integer> answers = new TreeMap<>();

    FuzzIT(RunningCallout callout) {
        staff = Staff.of(callout);
        company = Company.business(staff);
        stored = new Stored(callout);
        colleague = staff.spare();
        team = staff.team();
        operation = company.operation();
        var operations = Operation.all(callout).stream()
                .filter(all -> !all.path().endsWith("/sign-out")) // or the sender was nobody from then on
                .toList();
        shots = new Shots(operations, Caller.of(callout), senders());
    }

    /** People of its own: whatever is done to them is done to nobody else. */
    private List<Person> senders() {
        return Stream.concat(
                        Stream.of(Role.ADMIN, Role.MANAGER, Role.TECHNICIAN).map(role -> staff.open(role, null, null)),
                        Stream.of(Role.CUSTOMER_ADMIN, Role.CUSTOMER_USER).map(company.people::get))
                .toList();
    }

    @Test
    void no_request_however_malformed_breaks_anything() {
        var findings = new ArrayList<String>();
        var there = Map.<String, String>of();
        for (var seed = SEED; seed < SEED + REQUESTS && findings.size() < 20; seed++) {
            if ((seed - SEED) % WITH_THE_SAME_TICKETS == 0) {
                there = there();
            }
            var shot = shots.of(seed, there, known(there));
            var wrong = wrongWith(shot);
            if (wrong != null) {
                findings.add("seed " + seed + ": " + wrong + "\n    " + shot);
            }
        }
        System.out.printf("Fuzzed from seed %d on: %s%n", SEED, answers);
        assertThat(String.join("\n", findings)).isEmpty();
        assertThat(answers.keySet()).as("kinds of answers").hasSizeGreaterThan(REQUESTS < 1_000 ? 0 : 6);
    }

    /** Other tests' tickets are not to get what was promised here. */
    @AfterEach
    void retire_whatever_was_promised() {
        for (var policy : staff.admin.get(POLICIES + "?pageSize=200").at("items")) {
            if (policy.at("/policyId").asString().matches("SLA-.{36}")
                    && !policy.at("/retired").asBoolean()) {
                staff.admin
                        .caller()
                        .delete(POLICIES + "/" + policy.at("/policyId").asString());
            }
        }
    }

    private String wrongWith(Shot shot) {
        var began = System.nanoTime();
        Answer answer;
        try {
            answer = stored.nothingIfRefusedBy(shot::fire);
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            return "answered " + answer.status() + " " + answer.text();
        }
        if (answer.status() >= 400
                && !String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json")) {
            return answer.status() + " as " + answer.header("Content-Type") + " " + answer.text();
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return took.compareTo(SLOWEST) > 0 ? "took " + took : null;
    }

    private Map<String, String> there() {
        return Map.ofEntries(
                Map.entry("ticket", company.inProgress()),
                Map.entry("other", company.created()),
                Map.entry("customerId", company.customerId),
                Map.entry("contactId", company.contactId),
                Map.entry("siteId", company.siteId),
                Map.entry("accountId", colleague),
                Map.entry("teamId", team),
                Map.entry("operationId", operation),
                Map.entry("mailId", "MAI-none"),
                Map.entry("policyId", company.published(POLICIES, Terms.policyFor(company.newcomer()))),
                Map.entry("calendarId", company.published(CALENDARS, Terms.calendar("09:00"))),
                Map.entry("whatIfId", company.whatIf()),
                Map.entry("version", "1"),
                Map.entry("attachmentId", "ATT-none"),
                Map.entry("signInId", "none"),
                Map.entry("erasureId", "ERA-none"),
                Map.entry("personId", company.contactId),
                Map.entry("name", "projection-none"), // to be paused by one of many requests would hurt the other tests
                Map.entry("group", "projection-none"));
    }

    private Map<String, Object> known(Map<String, String> there) {
        return Map.of(
                "customerId",
                company.customerId,
                "contactId",
                company.contactId,
                "category",
                "HARDWARE",
                "accountId",
                colleague,
                "technicianId",
                colleague,
                "toAccountId",
                colleague,
                "into",
                there.get("other"),
                "otherTicketId",
                there.get("other"),
                "id",
                there.get("ticket"));
    }
}
