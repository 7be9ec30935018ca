package dev.callout.rights;

import static org.awaitility.Awaitility.await;

import dev.callout.api.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer with one person of each role on its side, and what there is to act on there. */
public final class Company {

    public static final String TICKETS = "/api/v1/service-desk/tickets";
    public static final String CUSTOMERS = "/api/v1/customers";
    public static final String ACCOUNTS = "/api/v1/accounts";
    public static final String TEAMS = "/api/v1/teams";
    public static final String BULK = TICKETS + "/bulk";
    public static final String WHAT_IFS = "/api/v1/service-desk/sla-what-ifs";

    /** A period in which nothing happened. */
    static final Map<String, String> LONG_AGO = Map.of("from", "2020-01-01T00:00:00Z", "until", "2020-02-01T00:00:00Z");

    public final String customerId;
    public final String contactId;
    public final String siteId;
    public final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final Staff staff;
    private final Person reporter;

    private Company(Staff staff, String kind, List<Role> roles) {
        this.staff = staff;
        customerId = staff.admin
                .post(CUSTOMERS, Map.of("kind", kind, "name", "Rights & Sons"))
                .expect(201)
                .id();
        contactId = contact();
        siteId = staff.admin
                .post(CUSTOMERS + "/" + customerId + "/sites", site())
                .expect(201)
                .id();
        for (var role : roles) {
            people.put(role, staff.open(role, customerId, role.seesWholeCustomer() ? contact() : contactId));
        }
        reporter = people.get(roles.get(0));
        await().until(() -> staff.admin.get(CUSTOMERS + "/" + customerId).status() == 200);
    }

    public static Company business(Staff staff) {
        return new Company(staff, "BUSINESS", List.of(Role.CUSTOMER_USER, Role.CUSTOMER_ADMIN, Role.GUEST));
    }

    public static Company household(Staff staff) {
        return new Company(staff, "CONSUMER", List.of(Role.CONSUMER));
    }

    String contact() {
        return staff.admin
                .post(CUSTOMERS + "/" + customerId + "/contacts", Map.of("name", "Robin Wright"))
                .expect(201)
                .id();
    }

    String somebody() {
        return reporter.accountId();
    }

    /** Somebody of the company who was asked by mail to choose a password. */
    String invited() {
        var username = "invited-" + UUID.randomUUID();
        var body = Map.of(
                "username",
                username,
                "displayName",
                "Robin Wright",
                "role",
                "CUSTOMER_USER",
                "customerId",
                customerId,
                "contactId",
                contactId,
                "email",
                username + "@wright.example");
        return staff.admin.post(ACCOUNTS, body).expect(201).id();
    }

    static Map<String, Object> site() {
        return Map.of(
                "name",
                "Head office",
                "address",
                Map.of("street", "Gartenweg 7", "postalCode", "22303", "city", "Hamburg", "country", "DE"));
    }

    /** A problem as staff would report it for this company. */
    public Map<String, Object> problem() {
        return new HashMap<>(Map.of(
                "customerId", customerId,
                "title", "Printer is silent",
                "description", "It takes paper and does nothing.",
                "type", "ISSUE",
                "category", "HARDWARE",
                "channel", "PHONE"));
    }

    /** As it is shown by now; a view may lag behind, and then the next try has it. */
    String customersVersion() {
        return staff.admin.get(CUSTOMERS + "/" + customerId).expect(200).header("ETag");
    }

    public Staff staff() {
        return staff;
    }

    /** Another customer, without anybody. */
    public String newcomer() {
        return staff.admin
                .post(CUSTOMERS, Map.of("kind", "BUSINESS", "name", "Newcomers"))
                .expect(201)
                .id();
    }

    public String published(String collection, Map<String, Object> terms) {
        return staff.admin.post(collection, terms).expect(201).id();
    }

    // --- tickets, each where a step starts from

    public String created() {
        return reporter.post(TICKETS, problem()).expect(201).id();
    }

    String assigned() {
        var ticket = created();
        step(staff.of(Role.MANAGER), ticket, "assign", Map.of("technicianId", staff.technician()));
        return ticket;
    }

    String accepted() {
        var ticket = assigned();
        step(staff.of(Role.TECHNICIAN), ticket, "accept", Map.of());
        return ticket;
    }

    public String inProgress() {
        var ticket = accepted();
        step(staff.of(Role.TECHNICIAN), ticket, "start", Map.of());
        return ticket;
    }

    String pending() {
        var ticket = inProgress();
        step(staff.of(Role.TECHNICIAN), ticket, "pend", Map.of("waitingFor", "PARTS", "reason", "Fuser"));
        return ticket;
    }

    String delayed() {
        var ticket = created();
        var until = Instant.now().plus(Duration.ofDays(1)).toString();
        step(staff.of(Role.DISPATCHER), ticket, "delay", Map.of("until", until, "reason", "Stocktaking"));
        return ticket;
    }

    public String resolved() {
        var ticket = inProgress();
        step(staff.of(Role.TECHNICIAN), ticket, "resolve", Map.of("workDone", "Cleaned the rollers."));
        return ticket;
    }

    String merged() {
        var ticket = created();
        step(staff.of(Role.MANAGER), ticket, "merge", Map.of("into", created()));
        return ticket;
    }

    String linkedTo(String other) {
        var ticket = created();
        step(staff.of(Role.MANAGER), ticket, "links", Map.of("otherTicketId", other, "kind", "RELATED"));
        return ticket;
    }

    /** A ticket that staff and the company can read by now. */
    public String shown() {
        var ticket = created();
        for (var reader : List.of(staff.admin, reporter)) {
            await().until(() -> reader.get(TICKETS + "/" + ticket).status() == 200);
        }
        return ticket;
    }

    /** A ticket whose promises staff and the company can read by now. */
    String tracked() {
        var ticket = shown();
        var tracking = "/api/v1/service-desk/sla-tracking/" + ticket;
        await().until(() -> staff.admin.get(tracking).status() == 200);
        return ticket;
    }

    /** A replay with the terms as they are; it waits for another that is under way. */
    public String whatIf() {
        return await().until(() -> staff.admin.post(WHAT_IFS, LONG_AGO), begun -> begun.status() == 202)
                .id();
    }

    private static void step(Person person, String ticket, String step, Map<String, ?> body) {
        person.post(TICKETS + "/" + ticket + "/" + step, body).expect(204);
    }

    /** A finished bulk operation, asked for on the customer's side where somebody there may. */
    public String operation() {
        var asks = people.getOrDefault(Role.CUSTOMER_ADMIN, staff.of(Role.MANAGER));
        return operationOf(asks, "REOPENED", resolved());
    }

    String operationOf(Person asks, String status, String ticket) {
        var tickets = List.of(Map.of("id", ticket));
        var order = Map.of("operation", "STATUS", "status", status, "reason", "x", "tickets", tickets);
        var begun = asks.post(BULK, order).expect(202);
        await().until(() -> "FINISHED".equals(asks.get(BULK + "/" + begun.id()).text("state")));
        return begun.id();
    }
}
