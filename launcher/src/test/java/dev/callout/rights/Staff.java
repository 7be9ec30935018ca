package dev.callout.rights;

import static dev.callout.rights.Company.ACCOUNTS;
import static dev.callout.rights.Company.TEAMS;

import dev.callout.RunningCallout;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The people of our side, one of each role. */
public final class Staff {

    private static final Map<URI, Staff> KNOWN = new ConcurrentHashMap<>();

    public final Person admin;
    private final Caller nobody;
    private final Map<Role, Person> people = new EnumMap<>(Role.class);

    /** Made once for all tests of one JVM: to sign in is slow by design. */
    public static Staff of(RunningCallout callout) {
        return KNOWN.computeIfAbsent(callout.url(), url -> new Staff(callout));
    }

    private Staff(RunningCallout callout) {
        nobody = Caller.of(callout);
        admin = new Person(Role.ADMIN, null, null, null, nobody.as("admin"));
        for (var role : Role.values()) {
            if (!role.isCustomer() && role != Role.SYSTEM) {
                people.put(role, open(role, null, null));
            }
        }
    }

    public Person of(Role role) {
        return people.get(role);
    }

    public Map<Role, Person> people() {
        return people;
    }

    String technician() {
        return of(Role.TECHNICIAN).accountId();
    }

    public Person open(Role role, String customerId, String contactId) {
        var username = role.name().toLowerCase() + "-" + UUID.randomUUID();
        var accountId =
                account(username, role, customerId, contactId).expect(201).id();
        return new Person(role, accountId, customerId, contactId, nobody.as(username));
    }

    /** Somebody of the same rights, for what ends a sign-in. */
    Person twinOf(Person person) {
        return open(person.role(), person.customerId(), person.contactId());
    }

    private Answer account(String username, Role role, String customerId, String contactId) {
        var body = new HashMap<String, Object>(Map.of(
                "username",
                username,
                "displayName",
                "Robin Wright",
                "role",
                role,
                "password",
                RunningCallout.PASSWORD));
        body.put("customerId", customerId);
        body.put("contactId", contactId);
        return admin.post(ACCOUNTS, body);
    }

    /** An account nobody needs. */
    public String spare() {
        return account("spare-" + UUID.randomUUID(), Role.TECHNICIAN, null, null)
                .expect(201)
                .id();
    }

    public String team() {
        return admin.post(TEAMS, Map.of("name", "Rights Team")).expect(201).id();
    }
}
