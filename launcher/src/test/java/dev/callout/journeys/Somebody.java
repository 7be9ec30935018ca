package dev.callout.journeys;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One of the staff who is there for one test alone, and whose mail is nobody else's. */
record Somebody(String accountId, String email) {

    static Somebody hired(Caller admin, String role) {
        var name = role.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var email = name + "@callout.test";
        var account = admin.post(
                        "/api/v1/accounts",
                        Map.of(
                                "username", name,
                                "displayName", name,
                                "role", role,
                                "email", email,
                                "password", "quick-quick-quick"))
                .expect(201)
                .id();
        return new Somebody(account, email);
    }
}
