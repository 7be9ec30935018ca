package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
    void keeps_the_reporter_a_reader_of_the_survivor_and_takes_it_all_back() {
        var survivor = desk.raise(desk.acmeAdmin).id();
        var duplicate = desk.raise(desk.acmeUser).id();
        desk.acmeUser.get(TICKETS + "/" + survivor).expect(404, "NOT_FOUND");
        merge(duplicate, survivor);

        var said = desk.tryStep(desk.acmeUser, duplicate, "comments", Map.of("body", "Mine is silent, too"))
                .expect(201);
        assertThat(said.header("Location")).startsWith(TICKETS + "/" + survivor + "/");
        var sent = desk.acmeUser
                .attach(
                        UUID.randomUUID().toString(),
                        TICKETS + "/" + duplicate + "/attachments",
                        "mine.txt",
                        "text/plain",
                        "silent".getBytes(UTF_8),
                        false)
                .expect(201);
        assertThat(desk.acmeUser.get(sent.header("Location")).expect(200).text())
                .isEqualTo("silent");
        var shown = desk.read(desk.acmeUser, survivor, sent);
        assertThat(shown.each("conversation", "body")).containsExactly("Mine is silent, too", "mine.txt");
        assertThat(shown.each("attachments", "fileName")).containsExactly("mine.txt");
        assertThat(desk.acmeUser.get(TICKETS).expect(200).each("items", "ticketId"))
                .contains(survivor);
        assertThat(desk.manager.get(TICKETS + "/" + survivor).expect(200).each("watchers", "id"))
                .contains(Desk.contactOf(desk.acmeUser));

        var back = desk.step(desk.dispatcher, duplicate, "unmerge", Map.of("reason", "Two printers"));
        var again = desk.read(desk.acmeUser, duplicate, back);
        assertThat(again.each("conversation", "body")).containsExactly("Mine is silent, too", "mine.txt");
        assertThat(again.each("attachments", "fileName")).containsExactly("mine.txt");
        var file = TICKETS + "/%s/attachments/" + sent.id();
        assertThat(desk.acmeUser.get(file.formatted(duplicate)).expect(200).text())
                .isEqualTo("silent");
        desk.acmeAdmin.get(file.formatted(survivor)).expect(404, "NOT_FOUND");
        desk.acmeUser.get(TICKETS + "/" + survivor).expect(404, "NOT_FOUND");
        await().untilAsserted(() -> {
            var alone = desk.manager.get(TICKETS + "/" + survivor).expect(200);
            assertThat(alone.text()).doesNotContain("Mine is silent", "mine.txt");
        });
    }

    @Test
    void brings_the_files_links_and_watchers_of_the_duplicate_along() {
        var survivor = desk.inProgress();
        var duplicate = desk.created();
        var related = desk.created();
        desk.acmeUser
                .attach(
                        UUID.randomUUID().toString(),
                        TICKETS + "/" + duplicate + "/attachments",
                        "before.txt",
                        "text/plain",
                        "x".getBytes(UTF_8),
                        false)
                .expect(201);
        desk.step(desk.dispatcher, duplicate, "links", Map.of("otherTicketId", related, "kind", "RELATED"));
        desk.step(desk.dispatcher, survivor, "links", Map.of("otherTicketId", duplicate, "kind", "RELATED"));
        desk.step(desk.support, duplicate, "watch", Map.of());
        merge(duplicate, survivor);
        var shown = desk.read(
                desk.manager,
                survivor,
                desk.tryStep(desk.technician, duplicate, "notes", Map.of("body", "Seen"))
                        .expect(201));
        assertThat(shown.each("attachments", "fileName")).containsExactly("before.txt");
        assertThat(shown.text("attachments.0.via.ticketId")).isEqualTo(duplicate);
        assertThat(shown.at("links")).as("none to itself").hasSize(1);
        assertThat(shown.text("links.0.ticket.ticketId")).isEqualTo(related);
        assertThat(shown.text("links.0.via.ticketId")).isEqualTo(duplicate);
        assertThat(shown.each("watchers", "id")).contains(Desk.accountOf(desk.support));
        desk.technician
                .get(TICKETS + "/" + survivor + "/attachments/" + shown.text("attachments.0.attachmentId"))
                .expect(200);
    }

    @Test
    void into_a_ticket_that_is_over_says_so_in_the_preview_and_reopens_it_by_choice() {
        var survivor = desk.closed();
        var duplicate = desk.created();
        var body = new HashMap<String, Object>(Map.of("into", survivor));
        var preview = desk.dispatcher
                .post(TICKETS + "/" + duplicate + "/merge?dryRun=true", body)
                .expect(200);
        assertThat(preview.text("code")).isEqualTo("MERGE_INTO_CLOSED");
        assertThat(preview.text("choose.0")).isEqualTo("reopen");
        desk.tryStep(desk.dispatcher, duplicate, "merge", body).expect(409, "MERGE_INTO_CLOSED");
        body.put("reopen", true);
        assertThat(desk.dispatcher
                        .post(TICKETS + "/" + duplicate + "/merge?dryRun=true", body)
                        .expect(200)
                        .text("willMerge"))
                .isEqualTo("true");
        await().untilAsserted(() -> assertThat(
                        desk.manager.get(TICKETS + "/" + survivor).expect(200).text("status"))
                .as("a preview changes nothing")
                .isEqualTo("CLOSED"));
        var merged = desk.step(desk.dispatcher, duplicate, "merge", body);
        assertThat(desk.read(desk.manager, duplicate, merged).text("closure")).isEqualTo("MERGED");
        await().untilAsserted(() -> assertThat(
                        desk.manager.get(TICKETS + "/" + survivor).expect(200).text("status"))
                .isEqualTo("REOPENED"));
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
