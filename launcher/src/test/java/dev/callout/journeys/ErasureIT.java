package dev.callout.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is erased, and nothing that can be read anywhere tells of them any more. */
@ExtendWith(RunningCallout.class)
class ErasureIT {

    private static final String ERASURES = "/api/v1/privacy/erasures";
    private static final String PERSONS = "/api/v1/privacy/persons/";
    private static final String PROJECTIONS = "/api/v1/operations/projections";

    private final RunningCallout callout;
    private final Desk desk;
    private final Caller officer;
    private final JdbcClient database;

    /** In all that is ever said of the person, and nowhere else. */
    private final String word =
            "Quix" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    private String acme;

    ErasureIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        officer = desk.nobody.as("privacy");
        database = Inside.database(callout);
    }

    @BeforeEach
    void at_a_company() {
        acme = Desk.customerOf(desk.acmeUser);
    }

    @Test
    void among_ten_thousand_events_no_byte_of_a_person_is_left_and_everything_else_is() {
        var contact = contactAt(acme);
        var account = accountOf(acme, contact, "CUSTOMER_ADMIN");
        var ticket = ticketOf(acme, contact);
        var attachment = workOn(ticket);
        var colleagues = desk.created();
        var onColleagues = writeOn(colleagues, desk.nobody.as(word));
        var duplicate = ticketOf(acme, contact);
        desk.step(desk.dispatcher, duplicate, "merge", Map.of("into", colleagues, "reason", word + " told us"));
        desk.nobody
                .as(word)
                .post(Desk.TICKETS + "/" + duplicate + "/comments", Map.of("body", "I am " + word))
                .expect(201);
        manyEvents(10_000);
        var noted = desk.dispatcher
                .post(Desk.TICKETS + "/" + ticket + "/notes", Map.of("body", word + " called."))
                .expect(201);
        await().atMost(Duration.ofMinutes(2)).until(() -> isThere(ticket, noted)); // the views have much to hear
        assertThat(whereFound("public.domain_event_entry"))
                .as("events are sealed")
                .isEmpty();
        await().atMost(Duration.ofMinutes(1)).until(() -> whereFound().size() >= 8);
        var counts = counts();
        var facts = facts(ticket);
        var before = Instant.now();

        var preview = officer.get(PERSONS + contact).expect(200);
        assertThat(preview.text("kind")).isEqualTo("CONTACT");
        assertThat(preview.number("tickets")).isEqualTo(2);
        assertThat(preview.number("ticketsWithTexts")).isEqualTo(1);
        assertThat(preview.number("accounts")).isEqualTo(1);
        assertThat(preview.number("files")).isEqualTo(2);
        var tickets = officer.get(PERSONS + account + "/tickets?count=true").expect(200);
        assertThat(tickets.each("items", "ticketId")).containsExactlyInAnyOrder(ticket, colleagues, duplicate);
        assertThat(tickets.number("total")).isEqualTo(3);

        var certificate = erase(contact);

        assertThat(certificate.text("personId")).isEqualTo(contact);
        assertThat(certificate.number("erased.tickets")).isEqualTo(3);
        assertThat(certificate.number("erased.accounts")).isEqualTo(1);
        assertThat(certificate.number("erased.customers")).isEqualTo(1);
        assertThat(certificate.number("erased.files")).isEqualTo(2);
        assertThat(certificate.number("erased.events")).isGreaterThan(6);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(whereFound()).isEmpty());

        readsErased(ticket, contact, account, attachment);
        readsErasedEvenAsItWas(ticket, before);
        readsErasedEvenAsItWas(colleagues, before);
        othersWordsStay(colleagues, onColleagues);
        theChainHolds();
        assertThat(counts()).isEqualTo(counts);
        assertThat(facts(ticket)).isEqualTo(facts);
        everyViewRebuildsToTheSame();
        assertThat(whereFound()).as("after the rebuilds").isEmpty();
        isGoneForGood(contact, account);
    }

    @Test
    void a_private_customer_goes_with_contacts_sites_and_tickets() {
        var customer = desk.dispatcher
                .post(
                        "/api/v1/customers",
                        Map.of(
                                "kind",
                                "CONSUMER",
                                "name",
                                word,
                                "email",
                                word + "@home.example",
                                "phone",
                                "+1 " + word))
                .expect(201)
                .id();
        desk.dispatcher
                .post(
                        "/api/v1/customers/" + customer + "/sites",
                        Map.of(
                                "name",
                                word,
                                "address",
                                Map.of("street", word + " 1", "postalCode", "1", "city", word, "country", "CH")))
                .expect(201);
        var contact = contactAt(customer);
        accountOf(customer, contact, "CONSUMER");
        var ticket = ticketOf(customer, null);
        workOn(ticket);
        var raised = desk.nobody
                .as(word)
                .post(Desk.TICKETS, Desk.problem("title", word + " again"))
                .expect(201);
        assertThat(officer.after(raised).get(PERSONS + contact).expect(200).text("personId"))
                .isEqualTo(customer);

        var certificate = erase(contact, customer);

        assertThat(certificate.text("kind")).isEqualTo("CONSUMER");
        assertThat(certificate.number("erased.customers")).isEqualTo(1);
        assertThat(certificate.number("erased.accounts")).isEqualTo(1);
        assertThat(certificate.number("erased.tickets")).isEqualTo(2);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(whereFound()).isEmpty());
        assertThat(desk.dispatcher.get(Desk.TICKETS + "/" + ticket).expect(200).text("title"))
                .isEqualTo("erased");
        assertThat(desk.dispatcher
                        .get("/api/v1/customers/" + customer)
                        .expect(200)
                        .each("sites", "address.city"))
                .containsExactly("erased");
    }

    @Test
    void what_an_employee_wrote_goes_with_the_employee_and_the_customers_words_stay() {
        var account = desk.admin
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username",
                                word,
                                "displayName",
                                "Tom " + word,
                                "role",
                                "DISPATCHER",
                                "password",
                                RunningCallout.PASSWORD))
                .expect(201)
                .id();
        var ticket = desk.created();
        var file = writeOn(ticket, desk.nobody.as(word));
        desk.step(
                desk.nobody.as(word),
                ticket,
                "assign",
                Map.of("technicianId", Desk.accountOf(desk.technician), "reason", word + " says so"));
        var pictures = pieces(file);
        assertThat(pictures).isPositive();

        var certificate = erase(account);

        assertThat(certificate.text("kind")).isEqualTo("ACCOUNT");
        assertThat(certificate.number("erased.tickets")).isEqualTo(1);
        assertThat(certificate.number("erased.customers")).isZero();
        assertThat(certificate.number("erased.files")).isEqualTo(1);
        assertThat(certificate.number("erased.events")).isEqualTo(5); // account, comment, note, file, assignment
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(whereFound()).isEmpty());
        othersWordsStay(ticket, file);
        assertThat(pieces(file)).isZero();
    }

    private long pieces(String file) {
        return database.sql("SELECT count(*) FROM attachment_piece WHERE attachment_id = ?")
                .param(file)
                .query(Long.class)
                .single();
    }

    @Test
    void refuses_whom_it_cannot_erase_and_stores_nothing() {
        var stored = new Stored(callout);
        var contact = contactAt(acme);
        stored.nothingBy(() -> officer.post(ERASURES, ground(acme))).expect(422, "NOT_A_PERSON");
        stored.nothingBy(() -> officer.post(ERASURES, ground("CON-unknown"))).expect(404, "NOT_FOUND");
        stored.nothingBy(() -> officer.post(ERASURES, Map.of("personId", contact)))
                .expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> desk.manager.post(ERASURES, ground(contact))).expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.acmeAdmin.post(ERASURES, ground(contact))).expect(403, "NOT_ALLOWED");
        desk.manager.get(PERSONS + contact).expect(403, "NOT_ALLOWED");
        officer.get(PERSONS + "CON-unknown").expect(404, "NOT_FOUND");
        officer.get(PERSONS + acme).expect(422, "NOT_A_PERSON");
        officer.get(ERASURES + "/ERA-unknown").expect(404, "NOT_FOUND");
    }

    private String contactAt(String customer) {
        return desk.dispatcher
                .post(
                        "/api/v1/customers/" + customer + "/contacts",
                        Map.of("name", "Ann " + word, "email", word + "@acme.example", "phone", "+1 " + word))
                .expect(201)
                .id();
    }

    private String accountOf(String customer, String contact, String role) {
        return desk.admin
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username",
                                word,
                                "displayName",
                                "Ann " + word,
                                "role",
                                role,
                                "customerId",
                                customer,
                                "contactId",
                                contact,
                                "password",
                                RunningCallout.PASSWORD))
                .expect(201)
                .id();
    }

    private String ticketOf(String customer, String contact) {
        var problem = Desk.problem("title", "The screen of " + word + " is dark");
        problem.put("description", word + " sees nothing.");
        problem.put("customerId", customer);
        if (contact != null) {
            problem.put("contactId", contact);
        }
        return desk.dispatcher.post(Desk.TICKETS, problem).expect(201).id();
    }

    /** With a word in each text that there is on the way, and a file; gives back the file's id. */
    private String workOn(String ticket) {
        desk.step(
                desk.dispatcher,
                ticket,
                "assign",
                Map.of("technicianId", Desk.accountOf(desk.technician), "reason", word + " knows him"));
        desk.step(desk.technician, ticket, "accept", Map.of());
        desk.step(desk.technician, ticket, "start", Map.of());
        desk.dispatcher
                .post(Desk.TICKETS + "/" + ticket + "/comments", Map.of("body", "Dear " + word))
                .expect(201);
        var file = desk.dispatcher
                .attach(
                        UUID.randomUUID().toString(),
                        Desk.TICKETS + "/" + ticket + "/attachments",
                        word + ".txt",
                        "text/plain",
                        ("A letter of " + word).getBytes(UTF_8),
                        false)
                .expect(201)
                .id();
        var path = Desk.TICKETS + "/" + ticket + "/attachments/" + file;
        assertThat(desk.dispatcher.get(path).expect(200).text()).isEqualTo("A letter of " + word);
        desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Showed it to " + word));
        return file;
    }

    /** On a ticket of somebody else's; gives back the id of the file. */
    private String writeOn(String ticket, Caller author) {
        author.post(Desk.TICKETS + "/" + ticket + "/comments", Map.of("body", word + " has the same problem"))
                .expect(201);
        if (!author.get("/api/v1/auth/me").text("role").startsWith("CUSTOMER")) {
            author.post(Desk.TICKETS + "/" + ticket + "/notes", Map.of("body", word + " noted this"))
                    .expect(201);
        }
        return author.attach(
                        UUID.randomUUID().toString(),
                        Desk.TICKETS + "/" + ticket + "/attachments",
                        word + ".txt",
                        "text/plain",
                        ("A picture of " + word).getBytes(UTF_8),
                        false)
                .expect(201)
                .id();
    }

    private void othersWordsStay(String ticket, String file) {
        var read = desk.dispatcher.get(Desk.TICKETS + "/" + ticket).expect(200);
        assertThat(read.text("title")).isEqualTo("Printer is silent");
        assertThat(read.text("description")).isEqualTo("It takes paper and does nothing.");
        assertThat(read.each("conversation", "body")).isNotEmpty().containsOnly("erased");
        desk.dispatcher
                .get(Desk.TICKETS + "/" + ticket + "/attachments/" + file)
                .expect(410, "ERASED");
    }

    /** Said elsewhere, by others, while the person was a customer. */
    private void manyEvents(int count) {
        var store = Inside.of(callout).getBean(EventStore.class);
        for (var told = 0; told < count; ) {
            var ticket = desk.created();
            var version = store.lastSequenceNumberFor(ticket).orElseThrow();
            var comments = new ArrayList<EventMessage<?>>();
            for (var n = 1; n <= 1000; n++, told++) {
                comments.add(new GenericDomainEventMessage<>("Ticket", ticket, version + n, comment(ticket)));
            }
            store.publish(comments);
        }
    }

    private static CommentAdded comment(String ticket) {
        return new CommentAdded(
                ticket,
                "CMT-" + UUID.randomUUID(),
                "ACC-somebody",
                AuthorKind.STAFF,
                null,
                "Another word.",
                false,
                null,
                Instant.now());
    }

    private Answer erase(String person) {
        return erase(person, person);
    }

    /** By one of the person's ids, which may be another one than that on the certificate. */
    private Answer erase(String id, String person) {
        var ordered = officer.post(ERASURES, ground(id)).expect(201);
        var known = officer.get(ordered.header("Location")).expect(200); // at once, and without saying for what to wait
        assertThat(known.text("personId")).isEqualTo(person);
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> officer.after(ordered).get(ERASURES + "/" + ordered.id()),
                        answer -> answer.status() == 200 && answer.text("completedAt") != null);
    }

    private static Map<String, String> ground(String person) {
        return Map.of("personId", person, "ground", "REQUESTED_BY_PERSON");
    }

    private void readsErased(String ticket, String contact, String account, String attachment) {
        var read = desk.dispatcher.get(Desk.TICKETS + "/" + ticket).expect(200);
        assertThat(read.text("title")).isEqualTo("erased");
        assertThat(read.text("description")).isEqualTo("erased");
        assertThat(read.text("workDone")).isEqualTo("erased");
        assertThat(read.each("conversation", "body")).containsOnly("erased");
        assertThat(desk.acmeAdmin.get(Desk.TICKETS + "/" + ticket).expect(200).text("title"))
                .isEqualTo("erased");
        assertThat(desk.dispatcher
                        .get(Desk.TICKETS + "/" + ticket + "/history")
                        .expect(200)
                        .text())
                .contains("erased a person")
                .doesNotContain(word);
        assertThat(desk.dispatcher
                        .get(Desk.TICKETS + "?text=" + word)
                        .expect(200)
                        .at("items"))
                .isEmpty();
        assertThat(desk.dispatcher
                        .get("/api/v1/accounts/" + account)
                        .expect(200)
                        .text("displayName"))
                .isEqualTo("erased");
        var contacts =
                desk.dispatcher.get("/api/v1/customers/" + acme).expect(200).at("contacts");
        assertThat(contacts.findValuesAsString("contactId")).contains(contact);
        desk.dispatcher
                .get(Desk.TICKETS + "/" + ticket + "/attachments/" + attachment)
                .expect(410, "ERASED");
        desk.nobody
                .post("/api/v1/auth/token", Map.of("username", word, "password", RunningCallout.PASSWORD))
                .expect(401);
    }

    private void readsErasedEvenAsItWas(String ticket, Instant before) {
        for (var address : List.of(
                Desk.TICKETS + "/" + ticket + "?asOf=" + before,
                Desk.TICKETS + "?count=true&asOf=" + before + "&text=" + word,
                "/api/v1/customers/" + acme + "?asOf=" + before,
                "/api/v1/audit/events?aggregateId=" + ticket)) {
            assertThat(desk.admin.get(address).expect(200).text()).as(address).doesNotContain(word);
        }
    }

    /** What was sealed are the stored bytes, and those are what they were. */
    private void theChainHolds() {
        desk.admin.post("/api/v1/audit/verification", Map.of()).expect(202);
        var verdict = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> desk.admin.get("/api/v1/audit/verification").expect(200),
                        answer -> !answer.text("state").equals("RUNNING"));
        assertThat(verdict.text("state")).as(verdict.text()).isEqualTo("SOUND");
        assertThat(verdict.number("done")).isGreaterThan(10_000);
    }

    private boolean isThere(String ticket, Answer change) {
        var answer = desk.dispatcher.after(change).get(Desk.TICKETS + "/" + ticket);
        return answer.status() == 200 && answer.header("Callout-Stale") == null;
    }

    private void isGoneForGood(String contact, String account) {
        var stored = new Stored(callout);
        var problem = Desk.problem();
        problem.put("customerId", acme);
        problem.put("contactId", contact);
        stored.nothingBy(() -> desk.dispatcher.post(Desk.TICKETS, problem)).expect(422, "REFERENCE_NOT_FOUND");
        stored.nothingBy(() -> desk.dispatcher.put(
                        "/api/v1/customers/" + acme + "/contacts/" + contact, Map.of("name", "Ann again")))
                .expect(409, "PERSON_ERASED");
        stored.nothingBy(() -> officer.post(ERASURES, ground(contact))).expect(409, "ALREADY_ERASED");
        stored.nothingBy(() -> officer.post(ERASURES, ground(account))).expect(409, "ALREADY_ERASED");
        assertThat(officer.get(PERSONS + contact).expect(200).flag("erased")).isTrue();
    }

    private Map<String, Object> counts() {
        return Map.of(
                "tickets", rows("SELECT dimension, value, open, total FROM ticket_counter ORDER BY 1, 2"),
                "board", rows("SELECT status, count(*) FROM ticket_board GROUP BY 1 ORDER BY 1"));
    }

    private Object facts(String ticket) {
        return rows(
                "SELECT status, priority, cycle, raised_at, responded_at, resolved_at, last_activity_at, technician_id"
                        + " FROM ticket_details WHERE ticket_id = '" + ticket + "'");
    }

    private List<Map<String, Object>> rows(String sql) {
        return database.sql(sql).query().listOfRows();
    }

    private void everyViewRebuildsToTheSame() {
        var views = desk.admin.get(PROJECTIONS).expect(200).each("items", "name");
        var living = new TreeMap<String, String>();
        var rebuilt = new TreeMap<String, String>();
        for (var view : views) {
            living.put(view, digest(view));
            desk.admin.post(PROJECTIONS + "/" + view + "/rebuild", Map.of()).expect(202);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(
                            () -> desk.admin.get(PROJECTIONS).expect(200).text(),
                            text -> !text.contains("\"RUNNING\",\"done"));
            rebuilt.put(view, digest(view));
        }
        assertThat(rebuilt).isEqualTo(living);
    }

    private String digest(String view) {
        return desk.admin.get(PROJECTIONS + "/" + view + "/digest").expect(200).text();
    }

    /** The tables of all schemas in which the person's word stands: as text, or as bytes of a text. */
    private List<String> whereFound() {
        return database
                .sql("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                        + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> whereFound(table).stream())
                .toList();
    }

    private List<String> whereFound(String table) {
        var found = database.sql("SELECT count(*) FROM " + table + " t WHERE t::text ILIKE ANY (:patterns)")
                .param("patterns", new String[] {
                    pattern(word), pattern(hex(word)), pattern(hex(word.toLowerCase(Locale.ROOT)))
                })
                .query(Long.class)
                .single();
        return found > 0 ? List.of(table) : List.of();
    }

    private static String pattern(String text) {
        return "%" + text + "%";
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
