package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 13: duplicates live on in another ticket, both numbers with them, and a merge can be taken back. */
@ExtendWith(RunningCallout.class)
class MergeIT {

    private final Desk desk;

    MergeIT(RunningCallout callout) {
        desk = new Desk(callout);
    }

    private Answer merge(String duplicate, String into) {
        return desk.step(desk.dispatcher, duplicate, "merge", Map.of("into", into, "reason", "Same printer"));
    }

    @Test
    void keeps_both_numbers_alive() {
        var survivor = desk.inProgress();
        var duplicate = desk.created();
        var merged = merge(duplicate, survivor);
        var shown = desk.read(desk.manager, duplicate, merged);
        assertThat(shown.text("status")).isEqualTo("CLOSED");
        assertThat(shown.text("closure")).isEqualTo("MERGED");
        assertThat(shown.text("survivor.ticketId")).isEqualTo(survivor);
        assertThat(desk.read(desk.acmeUser, duplicate, merged).text("mergedIntoNumber"))
                .isEqualTo(shown.text("survivor.number"));
        assertThat(desk.manager.get(TICKETS + "/" + survivor).expect(200).each("duplicates", "ticketId"))
                .containsExactly(duplicate);
    }

    @Test
    void leads_later_words_along_the_chain_to_the_survivor() {
        var last = desk.inProgress();
        var middle = desk.created();
        var first = desk.created();
        merge(first, middle);
        merge(middle, last);
        var asked = desk.tryStep(desk.acmeUser, first, "comments", Map.of("body", "Any news?"))
                .expect(201);
        assertThat(asked.header("Location")).startsWith(TICKETS + "/" + last + "/comments/");
        assertThat(desk.read(desk.manager, last, asked).each("conversation", "body"))
                .as("the answer says where the words stand")
                .containsExactly("Any news?");
        var seen = desk.tryStep(desk.technician, last, "comments", Map.of("body", "Soon"))
                .expect(201);
        var shown = desk.read(desk.manager, last, seen);
        assertThat(shown.each("conversation", "body")).containsExactly("Any news?", "Soon");
        assertThat(shown.text("conversation.0.via.ticketId")).isEqualTo(first);
    }

    @Test
    void never_runs_in_a_circle() {
        var one = desk.created();
        var other = desk.created();
        merge(one, other);
        desk.tryStep(desk.dispatcher, other, "merge", Map.of("into", one)).expect(409, "TICKET_MERGED");
        desk.tryStep(desk.dispatcher, one, "merge", Map.of("into", one)).expect(422, "MERGE_INTO_ITSELF");
        desk.tryStep(desk.technician, one, "start", Map.of()).expect(409, "TICKET_MERGED");
    }

    @Test
    void can_be_taken_back() {
        var survivor = desk.inProgress();
        var duplicate = desk.assigned();
        merge(duplicate, survivor);
        var back = desk.step(desk.dispatcher, duplicate, "unmerge", Map.of("reason", "Two printers"));
        var shown = desk.read(desk.manager, duplicate, back);
        assertThat(shown.text("status")).isEqualTo("ASSIGNED");
        assertThat(shown.text("technician.name")).isEqualTo("Theo Brandt");
        assertThat(shown.text("mergedInto")).isNull();
        assertThat(desk.manager.get(TICKETS + "/" + survivor).expect(200).at("duplicates"))
                .isEmpty();
        desk.tryStep(desk.dispatcher, duplicate, "unmerge", Map.of("reason", "x"))
                .expect(409, "TICKET_NOT_MERGED");
    }

    @Test
    void across_customers_is_for_managers_and_hides_the_others_words() {
        var survivor = desk.inProgress();
        var foreign = desk.raise(desk.consumer).id();
        desk.tryStep(desk.dispatcher, foreign, "merge", Map.of("into", survivor))
                .expect(409, "MERGE_ACROSS_CUSTOMERS");
        desk.tryStep(desk.dispatcher, foreign, "merge", Map.of("into", survivor, "acrossCustomers", true))
                .expect(403, "NOT_ALLOWED");
        desk.step(desk.manager, foreign, "merge", Map.of("into", survivor, "acrossCustomers", true));
        var secret = desk.tryStep(desk.consumer, foreign, "comments", Map.of("body", "My alarm code is 4711"));
        assertThat(desk.read(desk.consumer, foreign, secret.expect(201)).text()).contains("4711");
        var answered = desk.tryStep(desk.technician, survivor, "comments", Map.of("body", "Soon"))
                .expect(201);
        assertThat(desk.read(desk.technician, survivor, answered).text()).contains("4711");
        assertThat(desk.read(desk.acmeUser, survivor, answered).text()).doesNotContain("4711");
        assertThat(desk.consumer.get(TICKETS + "/" + foreign).expect(200).text())
                .doesNotContain("Soon");
    }
}
