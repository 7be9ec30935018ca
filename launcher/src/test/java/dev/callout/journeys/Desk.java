package dev.callout.journeys;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The people of the demo company at work: leads tickets to where a test needs them. */
public final class Desk {

    public static final String TICKETS = "/api/v1/service-desk/tickets";

    public final Caller nobody;
    public final Caller admin;
    public final Caller manager;
    public final Caller dispatcher;
    public final Caller technician;
    public final Caller support;
    public final Caller acmeAdmin;
    public final Caller acmeUser;
    public final Caller consumer;

    public Desk(RunningCallout callout) {
        nobody = Caller.of(callout);
        admin = nobody.as("admin");
        manager = nobody.as("manager");
        dispatcher = nobody.as("dispatcher");
        technician = nobody.as("technician");
        support = nobody.as("support");
        acmeAdmin = nobody.as("acme-admin");
        acmeUser = nobody.as("acme-user");
        consumer = nobody.as("consumer");
    }

    public static String accountOf(Caller somebody) {
        return me(somebody, "accountId");
    }

    public static String customerOf(Caller somebody) {
        return me(somebody, "customerId");
    }

    public static String contactOf(Caller somebody) {
        return me(somebody, "contactId");
    }

    private static String me(Caller somebody, String field) {
        return somebody.get("/api/v1/auth/me").expect(200).text(field);
    }

    /** What a customer has to say about a problem; a test changes what it is about. */
    public static Map<String, Object> problem() {
        return new HashMap<>(Map.of(
                "title", "Printer is silent",
                "description", "It takes paper and does nothing.",
                "type", "ISSUE",
                "category", "HARDWARE",
                "channel", "WEB_PORTAL"));
    }

    public static Map<String, Object> problem(String field, Object value) {
        var problem = problem();
        problem.put(field, value);
        return problem;
    }

    public Answer raise(Caller somebody) {
        return somebody.post(TICKETS, problem()).expect(201);
    }

    public String created() {
        return raise(acmeUser).id();
    }

    public String assigned() {
        var ticket = created();
        step(dispatcher, ticket, "assign", Map.of("technicianId", accountOf(technician)));
        return ticket;
    }

    public String inProgress() {
        var ticket = assigned();
        step(technician, ticket, "accept", Map.of());
        step(technician, ticket, "start", Map.of());
        return ticket;
    }

    /** Taken over from elsewhere: reported long ago, and the work began at once. */
    public String inProgressReported(Duration ago) {
        var then = Instant.now().minus(ago).toString();
        var problem = problem("customerId", customerOf(acmeUser));
        problem.put("contactId", contactOf(acmeUser));
        problem.put("occurredAt", then);
        var ticket = admin.post(TICKETS, problem).expect(201).id();
        step(admin, ticket, "assign", Map.of("technicianId", accountOf(technician), "occurredAt", then));
        step(admin, ticket, "accept", Map.of("occurredAt", then));
        step(admin, ticket, "start", Map.of("occurredAt", then));
        return ticket;
    }

    /** Closed long ago, and recorded just now. */
    public String closedReported(Duration ago) {
        var ticket = inProgressReported(ago);
        var then = Instant.now().minus(ago).toString();
        step(admin, ticket, "close", Map.of("reason", "Done", "occurredAt", then));
        return ticket;
    }

    public String resolved() {
        var ticket = inProgress();
        step(technician, ticket, "resolve", Map.of("workDone", "Cleaned the rollers."));
        return ticket;
    }

    public String closed() {
        var ticket = resolved();
        step(acmeUser, ticket, "confirm", Map.of());
        return ticket;
    }

    /** A step that must succeed. */
    public Answer step(Caller somebody, String ticket, String step, Map<String, ?> body) {
        return tryStep(somebody, ticket, step, body).expect(204);
    }

    public Answer tryStep(Caller somebody, String ticket, String step, Map<String, ?> body) {
        return somebody.post(TICKETS + "/" + ticket + "/" + step, body);
    }

    /** The ticket as somebody sees it once the effect of an answer shows. */
    public Answer read(Caller somebody, String ticket, Answer after) {
        var answer = somebody.after(after).get(TICKETS + "/" + ticket).expect(200);
        if (answer.header("Callout-Stale") != null) {
            throw new AssertionError("The view did not reach " + after.position());
        }
        return answer;
    }
}
