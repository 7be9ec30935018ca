package dev.callout.attacks;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Opens accounts that a test may spoil. */
final class People {

    static final String ACCOUNTS = "/api/v1/accounts";

    /** Somebody with an account of the own. */
    record Person(String id, String username, String email) {}

    private final Caller nobody;
    private final Caller admin;

    People(RunningCallout callout) {
        nobody = Caller.of(callout);
        admin = new Desk(callout).admin;
    }

    /** Somebody on our side with the demo's password. */
    Person staff(String role) {
        return open(role, Map.of("password", RunningCallout.PASSWORD));
    }

    /** Somebody who is to choose a password. */
    Person invited(String role) {
        return open(role, Map.of());
    }

    /** Somebody else of the same company, and of the same contact. */
    Person of(Caller customer, String role) {
        return open(
                role,
                Map.of(
                        "password",
                        RunningCallout.PASSWORD,
                        "customerId",
                        Desk.customerOf(customer),
                        "contactId",
                        Desk.contactOf(customer)));
    }

    private Person open(String role, Map<String, ?> more) {
        var name = "p-" + UUID.randomUUID();
        var body = body(name, role);
        body.putAll(more);
        return new Person(admin.post(ACCOUNTS, body).expect(201).id(), name, name + "@people.example");
    }

    static Map<String, Object> body(String username, String role) {
        return new HashMap<>(Map.of(
                "username", username, "displayName", "Somebody", "role", role, "email", username + "@people.example"));
    }

    Answer signIn(String username, String password) {
        return nobody.post("/api/v1/auth/token", Map.of("username", username, "password", password));
    }

    Caller with(Answer signIn) {
        return nobody.with("Authorization", "Bearer " + signIn.text("accessToken"));
    }
}
