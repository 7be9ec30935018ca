package dev.callout.journeys;

import static dev.callout.journeys.Terms.CALENDARS;
import static dev.callout.journeys.Terms.POLICIES;
import static dev.callout.journeys.Terms.calendar;
import static dev.callout.journeys.Terms.policy;
import static dev.callout.journeys.Terms.policyFor;
import static dev.callout.journeys.Terms.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.sla.CalendarVersion;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaChoice.Chosen;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.ticket.Priority;
import dev.callout.command.order.References;
import dev.callout.command.sla.SlaRegister;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which policy a ticket gets, when many fit. */
@ExtendWith(RunningCallout.class)
class PolicyChoiceIT {

    private static final String CUSTOMERS = "/api/v1/customers";

    private final RunningCallout callout;
    private final Desk desk;
    private final SlaChoice choice;
    private final SlaBook book;
    private final List<String> published = new ArrayList<>();

    PolicyChoiceIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        choice = Inside.of(callout).getBean(SlaChoice.class);
        book = Inside.of(callout).getBean(SlaBook.class);
    }

    /** Other tests' tickets are not to get what was promised here. */
    @AfterEach
    void retire() {
        published.forEach(policy -> desk.manager.delete(POLICIES + "/" + policy).expect(204));
    }

    private String customer(String kind) {
        return desk.manager
                .post(CUSTOMERS, Map.of("kind", kind, "name", "Newcomers"))
                .expect(201)
                .id();
    }

    private void agree(String customer, String plan) {
        desk.manager
                .put(CUSTOMERS + "/" + customer + "/plan", Map.of("plan", plan))
                .expect(204);
    }

    private void assign(String customer, String policy) {
        var body = policy == null ? "{\"policyId\":null}" : "{\"policyId\":\"" + policy + "\"}";
        desk.manager
                .json("PUT", CUSTOMERS + "/" + customer + "/sla-policy", body)
                .expect(204);
    }

    private String publish(Map<String, ?> scope) {
        var targets = List.of(target("RESPONSE", "LOW", 30, "MINUTES", null));
        var id = desk.manager.post(POLICIES, policy(scope, targets)).expect(201).id();
        published.add(id);
        return id;
    }

    private String chosen(String customer, Priority priority, String category) {
        return choice.choose(customer, priority, category).map(Chosen::policyId).orElseThrow();
    }

    @Test
    void everybody_has_the_standard_and_a_plan_its_own() {
        var customer = customer("BUSINESS");
        assertThat(chosen(customer, Priority.HIGH, "HARDWARE")).isEqualTo("SLA-standard");
        agree(customer, "Premium");
        assertThat(chosen(customer, Priority.HIGH, "HARDWARE")).isEqualTo("SLA-premium");
        agree(customer, "Standard");
        assertThat(chosen(customer, Priority.LOW, "NETWORK")).isEqualTo("SLA-standard-plan");
        agree(customer, "Economy");
        assertThat(chosen(customer, Priority.LOW, "NETWORK")).isEqualTo("SLA-standard");
        assertThat(chosen("CUS-none", Priority.LOW, "NETWORK")).isEqualTo("SLA-standard");
    }

    @Test
    void the_most_specific_wins() {
        var customer = customer("CONSUMER");
        agree(customer, "Economy");
        for (var scope : List.of(
                Map.of("priority", "LOW"),
                Map.of("category", "OTHER"),
                Map.of("category", "OTHER", "priority", "LOW"),
                Map.of("customerKind", "CONSUMER"),
                Map.of("customerKind", "CONSUMER", "category", "OTHER", "priority", "LOW"),
                Map.of("plan", "Economy"),
                Map.of("plan", "Economy", "customerKind", "CONSUMER"),
                Map.of("customerId", customer),
                Map.of("customerId", customer, "priority", "LOW"))) {
            var policy = publish(scope);
            assertThat(chosen(customer, Priority.LOW, "OTHER"))
                    .as("beats all before it: %s", scope)
                    .isEqualTo(policy);
        }
        var lowest = published.get(0);
        assign(customer, lowest);
        assertThat(chosen(customer, Priority.LOW, "OTHER")).isEqualTo(lowest);
        assertThat(chosen(customer, Priority.URGENT, "HARDWARE"))
                .as("all the customer's tickets follow it")
                .isEqualTo(lowest);
        assign(customer, null);
        assertThat(chosen(customer, Priority.URGENT, "OTHER")).isEqualTo(published.get(7));
        assertThat(chosen(customer("CONSUMER"), Priority.URGENT, "OTHER")).isEqualTo(published.get(3));
        assertThat(chosen(customer("BUSINESS"), Priority.URGENT, "OTHER")).isEqualTo(published.get(1));
        assertThat(chosen(customer("BUSINESS"), Priority.URGENT, "NETWORK")).isEqualTo("SLA-standard");
    }

    @Test
    void a_new_version_counts_from_now_on_with_the_newest_calendars() {
        var customer = customer("BUSINESS");
        var calendar =
                desk.manager.post(CALENDARS, calendar("09:00")).expect(201).id();
        var targets = List.of(
                target("RESPONSE", "LOW", 30, "BUSINESS_MINUTES", calendar),
                target("RESPONSE", "HIGH", 30, "BUSINESS_MINUTES", "CAL-around-the-clock"));
        var scope = Map.of("customerId", customer);
        var policy =
                desk.manager.post(POLICIES, policy(scope, targets)).expect(201).id();
        published.add(policy);
        var always = new CalendarVersion("CAL-around-the-clock", 1);
        var first = choice.choose(customer, Priority.LOW, "OTHER").orElseThrow();
        assertThat(first.policyId()).isEqualTo(policy);
        assertThat(first.policyVersion()).isEqualTo(1);
        assertThat(first.calendars()).containsExactlyInAnyOrder(always, new CalendarVersion(calendar, 1));

        var changed = desk.manager
                .with("If-Match", "\"0\"")
                .put(CALENDARS + "/" + calendar, calendar("08:00"))
                .expect(204);
        assertThat(choice.newest(policy).orElseThrow().calendars()).contains(new CalendarVersion(calendar, 2));
        desk.manager
                .with("If-Match", "\"0\"")
                .put(POLICIES + "/" + policy, policyFor(customer, 60))
                .expect(204);
        assertThat(choice.newest(policy)).contains(new Chosen(policy, 2, List.of()));
        assertThat(book.policy(policy, 1)
                        .targets(SlaClock.RESPONSE, Priority.LOW)
                        .get(0)
                        .unit())
                .isEqualTo(TargetUnit.BUSINESS_MINUTES);
        assertThat(book.calendar(calendar, 1).week())
                .isNotEqualTo(book.calendar(calendar, 2).week());
        assertThat(desk.dispatcher
                        .after(changed)
                        .get(CALENDARS + "/" + calendar)
                        .expect(200)
                        .etag())
                .isEqualTo(changed.etag())
                .isEqualTo("\"1\"");
    }

    @Test
    void two_who_publish_for_the_same_tickets_at_once_do_not_both_succeed() {
        var policy = policyFor(customer("BUSINESS"));
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(again -> desk.manager.post(POLICIES, policy))
                .toList();
        answers.stream().filter(answer -> answer.status() == 201).forEach(answer -> published.add(answer.id()));
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(published).hasSize(1);
    }

    @Test
    void a_retired_policy_is_not_chosen_any_more() {
        var customer = customer("BUSINESS");
        var policy = publish(Map.of("customerId", customer));
        assertThat(chosen(customer, Priority.LOW, "OTHER")).isEqualTo(policy);
        desk.manager.delete(POLICIES + "/" + policy).expect(204);
        assertThat(chosen(customer, Priority.LOW, "OTHER")).isEqualTo("SLA-standard");
        assertThat(choice.newest(policy)).isEmpty();
    }

    /** As on Axon Server, where a register may miss an event and is told of all once more. */
    @Test
    void to_hear_of_a_version_twice_or_late_changes_nothing() throws Exception {
        var customer = customer("BUSINESS");
        var policy = publish(Map.of("customerId", customer));
        desk.manager
                .with("If-Match", "\"0\"")
                .put(POLICIES + "/" + policy, policyFor(customer, 60))
                .expect(204);
        tellAgain(policy);
        assertThat(choice.newest(policy).orElseThrow().policyVersion()).isEqualTo(2);
        desk.manager.delete(POLICIES + "/" + policy).expect(204);
        tellAgain(policy);
        assertThat(choice.newest(policy)).isEmpty();

        agree(customer, "Premium");
        agree(customer, "Economy");
        tellAgain(customer);
        assertThat(chosen(customer, Priority.LOW, "OTHER")).isEqualTo("SLA-standard");
    }

    private void tellAgain(String aggregate) throws Exception {
        for (var register : List.of(SlaRegister.class, References.class)) {
            var ears = new AnnotationEventHandlerAdapter(Inside.of(callout).getBean(register));
            var story = Inside.of(callout)
                    .getBean(EventStore.class)
                    .readEvents(aggregate, 0)
                    .asStream();
            for (var event : story.toList()) {
                ears.handle(event);
            }
        }
    }

    @Test
    void a_customers_plan_and_policy_show_in_its_details() {
        var customer = customer("BUSINESS");
        agree(customer, "Premium");
        var assigned = desk.manager.put(CUSTOMERS + "/" + customer + "/sla-policy", Map.of("policyId", "SLA-premium"));
        var shown = desk.dispatcher
                .after(assigned.expect(204))
                .get(CUSTOMERS + "/" + customer)
                .expect(200);
        assertThat(shown.text("plan")).isEqualTo("Premium");
        assertThat(shown.text("slaPolicyId")).isEqualTo("SLA-premium");
        assign(customer, null);
    }

    @Test
    void customers_who_were_there_before_policies_were_have_their_kind() throws Exception {
        var customer = customer("CONSUMER");
        var database = Inside.database(callout);
        database.sql("UPDATE customer_register SET kind = NULL").update();
        try (var migration = getClass().getResourceAsStream("/db/migration/V046__sla_register.sql")) {
            var text = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            database.sql(text.substring(text.indexOf("UPDATE customer_register"), text.indexOf("DELETE FROM")))
                    .update();
        }
        assertThat(database.sql("SELECT count(*) FROM customer_register WHERE kind IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        var consumers = publish(Map.of("customerKind", "CONSUMER"));
        assertThat(chosen(customer, Priority.LOW, "OTHER")).isEqualTo(consumers);
    }
}
