package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Requests that must be refused, each with the answer that is right. */
final class Attacks {

    /**
     * One bad request.
     *
     * @param prepare makes what the request needs, such as a ticket, and then the request itself
     * @param code what the problem is called; null where it does not matter
     */
    record Attack(String name, Function<Desk, Supplier<Answer>> prepare, int status, String code) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String PROBLEM = """
            {"title":"Silent","description":"No sound","type":"ISSUE","category":"HARDWARE","channel":"WEB_PORTAL"%s}""";

    private final List<Attack> all = new ArrayList<>();

    private Attacks() {}

    static List<Attack> all() {
        var attacks = new Attacks();
        attacks.fieldsThatAreNotTheirs();
        attacks.brokenJson();
        attacks.valuesThatDoNotFit();
        attacks.otherForms();
        attacks.versions();
        attacks.referencesToNothing();
        attacks.withoutTheRight();
        return attacks.all;
    }

    private void fieldsThatAreNotTheirs() {
        for (var field : List.of("role", "ownerId", "status", "price", "slaPaused", "id", "version", "ticketId")) {
            raise("A08 a field " + field, also("\"" + field + "\":\"x\""), 400, "UNKNOWN_FIELD");
        }
        raise("A08 a field in a part", also("\"newCustomer\":{\"vip\":true}"), 400, "UNKNOWN_FIELD");
        onTicket(
                "A08 a field in a correction",
                Desk::created,
                (desk, ticket) -> desk.dispatcher
                        .with("If-Match", "\"0\"")
                        .json("PUT", TICKETS + "/" + ticket, also("\"status\":\"CLOSED\"")),
                400,
                "UNKNOWN_FIELD");
    }

    private void brokenJson() {
        raise("A49 20 megabytes", also("\"product\":\"" + "x".repeat(20 << 20) + "\""), 413, "PAYLOAD_TOO_LARGE");
        raise("A49 10,000 deep", also("\"product\":" + "[".repeat(10_000) + "]".repeat(10_000)), 400, null);
        raise("A49 a field twice", also("\"title\":\"Loud\""), 400, "MALFORMED_JSON");
        raise("A49 many fields", also("\"x\":1,".repeat(100_000) + "\"x\":1"), 400, null);
        raise("A49 a huge number", also("\"product\":1e999999999"), 400, null);
        raise("A49 no number", also("\"product\":NaN"), 400, "MALFORMED_JSON");
        raise("A49 half a surrogate pair", also("\"product\":\"\\ud800\""), 400, null);
        raise("A49 NUL", also("\"product\":\"a\\u0000b\""), 400, null);
        raise("A49 a byte order mark", "\uFEFF" + also("\"product\":\"x\""), 400, "MALFORMED_JSON");
        raise("A49 text after the end", also("\"product\":\"x\"") + " {}", 400, null);
        raise("A49 cut off", "{\"title\":", 400, "MALFORMED_JSON");
        raise("A49 nothing", "", 400, "MALFORMED_JSON");
        raise("A49 null", "null", 400, null);
        raise("A49 a list", "[]", 400, null);
    }

    private void valuesThatDoNotFit() {
        raise("a number for a text", instead("\"Silent\"", "17"), 400, "VALIDATION_FAILED");
        raise("a word that is no type", instead("ISSUE", "issue"), 400, "VALIDATION_FAILED");
        raise("a number for a type", instead("\"ISSUE\"", "0"), 400, "VALIDATION_FAILED");
        raise("no title", instead("Silent", " "), 400, "VALIDATION_FAILED");
        raise("a title too long", instead("Silent", "x".repeat(201)), 400, "VALIDATION_FAILED");
        raise("a category nobody settled", instead("HARDWARE", "MAGIC"), 422, "INVALID_VALUE");
        raise("a priority in our words", also("\"priority\":\"HIGH\""), 400, "VALIDATION_FAILED");
        onTicket(
                "an assignment to nobody",
                Desk::created,
                (desk, ticket) -> desk.tryStep(desk.dispatcher, ticket, "assign", Map.of()),
                422,
                "INVALID_VALUE");
        var over = Map.of("waitingFor", "PARTS", "reason", "x", "resumeAt", "2026-01-01T00:00:00Z");
        onTicket(
                "a pause that is over",
                Desk::inProgress,
                (desk, ticket) -> desk.tryStep(desk.technician, ticket, "pend", over),
                422,
                "INVALID_VALUE");
        request(
                "staff without a customer",
                desk -> desk.support.post(TICKETS, Desk.problem()),
                400,
                "VALIDATION_FAILED");
        request("a user name that is taken", desk -> account(desk, "technician", "TECHNICIAN"), 409, "USERNAME_TAKEN");
        request("a role nobody signs in as", desk -> account(desk, "clock", "SYSTEM"), 422, "INVALID_VALUE");
    }

    private static Answer account(Desk desk, String username, String role) {
        return desk.admin.post(
                "/api/v1/accounts",
                Map.of("username", username, "displayName", "x", "role", role, "password", "long enough"));
    }

    private void otherForms() {
        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            request(
                    "A50 a body of type " + type,
                    desk -> keyed(desk.acmeUser).with("Content-Type", type).send("POST", TICKETS, body()),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
        }
        request(
                "A50 a body of no type",
                desk -> keyed(desk.acmeUser).send("POST", TICKETS, body()),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        request(
                "A50 an answer in HTML",
                desk -> keyed(desk.acmeUser)
                        .with("Accept", "text/html")
                        .json("POST", TICKETS, also("\"product\":\"x\"")),
                406,
                "NOT_ACCEPTABLE");
    }

    private void versions() {
        var correction = Map.of("title", "x", "description", "x", "type", "ISSUE", "category", "HARDWARE");
        onTicket(
                "A52 a stale version",
                Desk::assigned,
                (desk, ticket) -> desk.dispatcher.with("If-Match", "\"0\"").put(TICKETS + "/" + ticket, correction),
                412,
                "VERSION_CHANGED");
        onTicket(
                "A52 a version to come",
                Desk::assigned,
                (desk, ticket) -> desk.dispatcher.with("If-Match", "\"7\"").put(TICKETS + "/" + ticket, correction),
                412,
                "VERSION_CHANGED");
        onTicket(
                "A52 no version",
                Desk::created,
                (desk, ticket) -> desk.dispatcher.put(TICKETS + "/" + ticket, correction),
                428,
                "VERSION_REQUIRED");
    }

    private void referencesToNothing() {
        request(
                "a customer nobody knows",
                desk -> desk.support.post(TICKETS, Desk.problem("customerId", "CUS-none")),
                422,
                "REFERENCE_NOT_FOUND");
        for (var none : List.of("dispatcher", "acme-user")) {
            onTicket(
                    "a technician who is " + none,
                    Desk::created,
                    (desk, ticket) -> desk.tryStep(
                            desk.dispatcher,
                            ticket,
                            "assign",
                            Map.of("technicianId", Desk.accountOf(desk.nobody.as(none)))),
                    422,
                    "REFERENCE_NOT_FOUND");
        }
        onTicket(
                "a team nobody formed",
                Desk::created,
                (desk, ticket) -> desk.tryStep(desk.dispatcher, ticket, "assign", Map.of("teamId", "TEA-none")),
                422,
                "REFERENCE_NOT_FOUND");
        request(
                "a contact of an unknown customer",
                desk -> desk.support.post("/api/v1/customers/CUS-none/contacts", Map.of("name", "x")),
                404,
                "NOT_FOUND");
        request(
                "a member of an unknown team",
                desk -> desk.manager.post(
                        "/api/v1/teams/TEA-none/members", Map.of("accountId", Desk.accountOf(desk.technician))),
                404,
                "NOT_FOUND");
        request(
                "the role of an unknown account",
                desk -> desk.admin.post("/api/v1/accounts/ACC-none/role", Map.of("role", "MANAGER")),
                404,
                "NOT_FOUND");
        onTicket(
                "another kind of thing as a ticket",
                desk -> Desk.customerOf(desk.acmeUser),
                (desk, customer) -> desk.tryStep(desk.manager, customer, "close", Map.of("reason", "x")),
                404,
                "NOT_FOUND");
    }

    private void withoutTheRight() {
        request("nobody", desk -> desk.nobody.post(TICKETS, Desk.problem()), 401, "UNAUTHENTICATED");
        request(
                "a made-up token",
                desk -> desk.nobody
                        .with("Authorization", "Bearer " + UUID.randomUUID())
                        .post(TICKETS, Desk.problem()),
                401,
                "UNAUTHENTICATED");
        request(
                "A09 a role for oneself",
                desk -> desk.technician.post(
                        "/api/v1/accounts/" + Desk.accountOf(desk.technician) + "/role", Map.of("role", "ADMIN")),
                403,
                "NOT_ALLOWED");
        for (var reader : List.of("auditor", "analyst", "guest")) {
            request(
                    "A07 a ticket by the " + reader,
                    desk -> desk.nobody.as(reader).post(TICKETS, Desk.problem()),
                    403,
                    "NOT_ALLOWED");
            request(
                    "A07 a customer by the " + reader,
                    desk -> desk.nobody.as(reader).post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", "x")),
                    403,
                    "NOT_ALLOWED");
        }
    }

    private static String also(String field) {
        return PROBLEM.formatted("," + field);
    }

    private static String instead(String word, String other) {
        return PROBLEM.formatted("").replace(word, other);
    }

    private static Caller keyed(Caller caller) {
        return caller.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static BodyPublisher body() {
        return BodyPublishers.ofString(PROBLEM.formatted(""));
    }

    private void raise(String name, String json, int status, String code) {
        request(name, desk -> keyed(desk.acmeUser).json("POST", TICKETS, json), status, code);
    }

    private void request(String name, Function<Desk, Answer> request, int status, String code) {
        all.add(new Attack(name, desk -> () -> request.apply(desk), status, code));
    }

    private void onTicket(
            String name,
            Function<Desk, String> ticket,
            BiFunction<Desk, String, Answer> request,
            int status,
            String code) {
        all.add(new Attack(
                name,
                desk -> {
                    var made = ticket.apply(desk);
                    return () -> request.apply(desk, made);
                },
                status,
                code));
    }
}
