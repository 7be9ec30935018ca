package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Stored;
import dev.callout.rights.Address;
import dev.callout.rights.Company;
import dev.callout.rights.Person;
import dev.callout.rights.Staff;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A07, A08: every change that the API knows, tried by who may change nothing, and with fields that are not theirs. */
@ExtendWith(RunningCallout.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedAttacksIT {

    private static final List<String> NOT_THEIRS =
            List.of("role", "customerId", "ownerId", "status", "price", "slaPaused", "id", "version");
    private static final String VIEW = "projection-ticket-board";

    private List<Operation> operations;
    private Stored stored;
    private Person admin;
    private List<Person> lookers;
    private Map<String, String> there;
    private Map<String, Object> known;

    @BeforeAll
    void make_something_to_attack(RunningCallout callout) {
        operations = Operation.all(callout);
        stored = new Stored(callout);
        var staff = Staff.of(callout);
        var company = Company.business(staff);
        var colleague = staff.spare();
        admin = staff.admin;
        lookers = List.of(staff.of(Role.AUDITOR), staff.of(Role.ANALYST), company.people.get(Role.GUEST));
        there = Map.ofEntries(
                Map.entry("ticket", company.created()),
                Map.entry("other", company.created()),
                Map.entry("customerId", company.customerId),
                Map.entry("contactId", company.contactId),
                Map.entry("siteId", company.siteId),
                Map.entry("accountId", colleague),
                Map.entry("teamId", staff.team()),
                Map.entry("operationId", company.operation()),
                Map.entry("mailId", "MAI-none"),
                Map.entry("policyId", "SLA-standard"),
                Map.entry("calendarId", "CAL-standard"),
                Map.entry("name", VIEW),
                Map.entry("group", VIEW));
        known = Map.of(
                "customerId",
                company.customerId,
                "category",
                "HARDWARE",
                "email",
                "robin@wright.example",
                "accountId",
                colleague,
                "technicianId",
                colleague,
                "toAccountId",
                colleague,
                "into",
                there.get("other"),
                "otherTicketId",
                there.get("other"));
    }

    @TestFactory
    Stream<DynamicTest> whoever_only_looks_changes_nothing() {
        return each(Operation::isWrite, operation -> {
            var address = operation.address(there);
            var body = operation.takesJson() ? operation.body().sample(known, false) : Map.of();
            for (var looker : lookers) {
                if (Address.isFor(looker.role(), operation.toString())) {
                    continue; // a password of one's own, a check of the history: each a cell of docs/rights.md
                }
                var answer = stored.nothingBy(() -> operation.send(looker, address, body));
                if (looker.role() == Role.GUEST && answer.status() != 403) {
                    assertThat(answer.status()).as(answer.text()).isIn(404, 422); // as for anything not theirs
                } else {
                    answer.expect(403, "NOT_ALLOWED");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_field_that_is_not_known_is_refused() {
        return each(Operation::takesJson, operation -> {
            var address = operation.address(there);
            assertThat(NOT_THEIRS.stream().flatMap(operation.body()::samplesWith))
                    .isNotEmpty()
                    .allSatisfy(body -> stored.nothingBy(() -> operation.send(admin, address, body))
                            .expect(400, "UNKNOWN_FIELD"));
        });
    }

    private Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Operation> attack) {
        var attacked = operations.stream()
                .filter(which)
                .filter(operation -> !operation.isOfSignIn())
                .toList();
        assertThat(attacked).hasSizeGreaterThan(30);
        return attacked.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> attack.accept(operation)));
    }
}
