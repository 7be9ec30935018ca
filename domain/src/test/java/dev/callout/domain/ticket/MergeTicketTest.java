package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.LINK_TO_ITSELF;
import static dev.callout.api.RefusalCode.MERGE_ACROSS_CUSTOMERS;
import static dev.callout.api.RefusalCode.MERGE_INTO_CLOSED;
import static dev.callout.api.RefusalCode.MERGE_INTO_ITSELF;
import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.LinkKind.CAUSED_BY;
import static dev.callout.api.ticket.LinkKind.RELATED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.raise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 13: both numbers live on, and whatever is said to a duplicate is heard on the ticket that survives. */
class MergeTicketTest {

    private final Desk desk = new Desk(NINE);

    @BeforeEach
    void three_tickets_of_acme_and_one_of_somebody_else() {
        desk.send(
                raise("TCK-A", "TKT1", "CUS-1", at(0)),
                raise("TCK-B", "TKT2", "CUS-1", at(30)),
                raise("TCK-C", "TKT3", "CUS-1", at(40)),
                raise("TCK-X", "TKT9", "CUS-9", at(50)));
        desk.itIs(NOW);
    }

    @Test
    void tells_both_tickets_and_closes_the_duplicate_as_merged() {
        var before = desk.work("TCK-A");
        desk.send(merge("TCK-A", "TCK-B"));
        assertThat(desk.eventsSince("TCK-A", 1))
                .containsExactly(
                        new TicketMerged("TCK-A", "CON-1", "TCK-B", "TKT2", false, "The same fault", before, NOW));
        assertThat(desk.eventsSince("TCK-B", 1))
                .containsExactly(new DuplicateAbsorbed("TCK-B", "TCK-A", "TKT1", false, at(0), null));
        assertThat(desk.work("TCK-A"))
                .returns(CLOSED, WorkState::status)
                .returns(Closure.MERGED, WorkState::closure)
                .returns("TCK-B", WorkState::mergedInto);
    }

    @Test
    void stops_the_clock_of_a_paused_duplicate() {
        pause("TCK-A", at(600));
        desk.send(merge("TCK-A", "TCK-B"));
        assertThat(desk.work("TCK-A").resumeAt()).isNull();
    }

    @Test
    void keeps_the_earliest_contact_and_the_earliest_answer_whoever_survives() {
        desk.send(staffWrites("TCK-B", at(60)), staffWrites("TCK-A", at(70)), merge("TCK-B", "TCK-A"));
        assertThat(desk.last("TCK-A", DuplicateAbsorbed.class))
                .isEqualTo(new DuplicateAbsorbed("TCK-A", "TCK-B", "TKT2", false, at(0), at(60)));
        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at(60));
    }

    @Test
    void passes_the_earliest_contact_on_along_a_chain() {
        desk.send(merge("TCK-A", "TCK-B"), merge("TCK-B", "TCK-C"));
        assertThat(desk.last("TCK-C", DuplicateAbsorbed.class).firstContactAt()).isEqualTo(at(0));
    }

    @Test
    void brings_a_comment_and_a_note_to_the_end_of_the_chain_and_says_where_they_were_sent() {
        desk.send(merge("TCK-A", "TCK-B"), merge("TCK-B", "TCK-C"));
        int known = desk.events("TCK-C").size();
        desk.send(customerWrites("TCK-A", NOW), new AddNote("TCK-A", "NOT-1", "TEC-1", "Fuser again", null, NOW));
        assertThat(desk.eventsSince("TCK-C", known))
                .containsExactly(
                        new CommentAdded(
                                "TCK-C", "CMT-1", "ACC-cara", CUSTOMER, "CON-1", "Still dead", false, "TCK-A", NOW),
                        new NoteAdded("TCK-C", "NOT-1", "TEC-1", "CON-1", "Fuser again", "TCK-A", NOW));
        assertThat(desk.events("TCK-A")).hasSize(2);
        assertThat(desk.events("TCK-B")).hasSize(3);
    }

    @Test
    void lets_a_reply_to_the_duplicate_wake_the_ticket_that_waits_for_the_customer() {
        pause("TCK-B", null);
        desk.send(merge("TCK-A", "TCK-B"), customerWrites("TCK-A", NOW));
        assertThat(desk.last("TCK-B", WorkResumed.class).cause()).isEqualTo(ResumeCause.CUSTOMER_REPLIED);
    }

    @Test
    void counts_an_answer_on_the_duplicate_as_the_first_answer_of_the_survivor() {
        desk.send(merge("TCK-A", "TCK-B"), staffWrites("TCK-A", NOW));
        assertThat(desk.last("TCK-B", CommentAdded.class))
                .returns(true, CommentAdded::firstResponse)
                .returns("TCK-A", CommentAdded::viaTicketId);
    }

    @Test
    void is_allowed_into_a_closed_ticket_and_of_a_closed_ticket() {
        desk.send(new CloseAdministratively("TCK-A", "Old", null), new CloseAdministratively("TCK-B", "Old", null));
        assertThat(desk.refusal(merge("TCK-A", "TCK-B"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_an_open_ticket_into_one_that_is_over_reopens_it_or_is_refused(boolean resolvedOnly) {
        finish("TCK-B", resolvedOnly);
        int known = desk.events("TCK-B").size();
        assertThat(desk.refusal(merge("TCK-A", "TCK-B"))).contains(MERGE_INTO_CLOSED);
        assertThat(desk.events("TCK-A")).hasSize(1);
        desk.send(mergeAndReopen("TCK-A", "TCK-B"));
        assertThat(desk.eventsSince("TCK-B", known))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(TicketReopened.class, DuplicateAbsorbed.class);
        assertThat(desk.work("TCK-B")).returns(REOPENED, WorkState::status).returns(2, WorkState::cycle);
        assertThat(desk.last("TCK-B", TicketReopened.class).reopenedBy()).isEqualTo("ACC-dana");
    }

    @Test
    void reopens_nothing_that_was_closed_too_long_ago() {
        finish("TCK-B", false);
        desk.itIs(NOW.plus(Duration.ofDays(15)));
        assertThat(desk.refusal(mergeAndReopen("TCK-A", "TCK-B"))).contains(REOPEN_WINDOW_PASSED);
        assertThat(desk.work("TCK-A").isMerged()).isFalse();
    }

    @Test
    void reopens_nothing_for_a_ticket_that_is_over_itself() {
        finish("TCK-A", false);
        finish("TCK-B", false);
        desk.send(mergeAndReopen("TCK-A", "TCK-B"));
        assertThat(desk.work("TCK-B").status()).isEqualTo(CLOSED);
    }

    @Test
    void brings_a_file_to_the_end_of_the_chain() {
        desk.send(merge("TCK-A", "TCK-B"), merge("TCK-B", "TCK-C"), file("TCK-A", CUSTOMER, false));
        assertThat(desk.last("TCK-C", FileAttached.class))
                .returns("TCK-A", FileAttached::viaTicketId)
                .returns(false, FileAttached::internal);
        assertThat(desk.events("TCK-A")).noneMatch(FileAttached.class::isInstance);
        assertThat(desk.events("TCK-B")).noneMatch(FileAttached.class::isInstance);
    }

    @Test
    void across_customers_keeps_a_file_apart_and_gives_it_to_staff_alone() {
        desk.send(mergeAcross("TCK-X", "TCK-A"), file("TCK-X", CUSTOMER, false));
        assertThat(desk.last("TCK-X", FileAttached.class)).returns(false, FileAttached::internal);
        assertThat(desk.last("TCK-A", FileAttached.class))
                .returns(true, FileAttached::internal)
                .returns("TCK-X", FileAttached::viaTicketId);
        desk.send(file("TCK-X", STAFF, false));
        assertThat(desk.events("TCK-A").stream().filter(FileAttached.class::isInstance))
                .as("what staff gives to the other customer")
                .hasSize(1);
    }

    @Test
    void lets_a_file_wake_the_ticket_that_waits_for_the_customer() {
        pause("TCK-B", null);
        desk.send(merge("TCK-A", "TCK-B"), file("TCK-A", CUSTOMER, false));
        assertThat(desk.last("TCK-B", WorkResumed.class).cause()).isEqualTo(ResumeCause.CUSTOMER_REPLIED);
    }

    @Test
    void brings_links_and_watchers_along_and_takes_away_what_was_there_before_where_it_was_made() {
        desk.send(new LinkTicket("TCK-A", "TCK-C", RELATED), new WatchTicket("TCK-A", "ACC-eva"));
        desk.send(merge("TCK-A", "TCK-B"));
        desk.send(new LinkTicket("TCK-A", "TCK-C", CAUSED_BY), new WatchTicket("TCK-A", "ACC-max"));
        assertThat(desk.last("TCK-B", TicketLinked.class)).isEqualTo(new TicketLinked("TCK-B", "TCK-C", CAUSED_BY));
        assertThat(desk.last("TCK-B", TicketWatched.class)).isEqualTo(new TicketWatched("TCK-B", "ACC-max"));
        desk.send(
                new UnlinkTicket("TCK-A", "TCK-C", RELATED),
                new UnlinkTicket("TCK-A", "TCK-C", CAUSED_BY),
                new UnwatchTicket("TCK-A", "ACC-eva"),
                new UnwatchTicket("TCK-A", "ACC-max"));
        assertThat(desk.last("TCK-A", TicketUnlinked.class).kind()).isEqualTo(RELATED);
        assertThat(desk.last("TCK-B", TicketUnlinked.class).kind()).isEqualTo(CAUSED_BY);
        assertThat(desk.last("TCK-A", TicketUnwatched.class).accountId()).isEqualTo("ACC-eva");
        assertThat(desk.last("TCK-B", TicketUnwatched.class).accountId()).isEqualTo("ACC-max");
        assertThat(desk.refusal(new LinkTicket("TCK-A", "TCK-B", RELATED))).contains(LINK_TO_ITSELF);
    }

    @Test
    void never_goes_in_a_circle() {
        desk.send(merge("TCK-A", "TCK-B"));
        assertThat(desk.refusal(merge("TCK-B", "TCK-A"))).contains(TICKET_MERGED);
        desk.send(merge("TCK-B", "TCK-C"));
        assertThat(desk.refusal(merge("TCK-C", "TCK-A"))).contains(TICKET_MERGED);
        assertThat(desk.refusal(merge("TCK-C", "TCK-B"))).contains(TICKET_MERGED);
        assertThat(desk.refusal(merge("TCK-C", "TCK-C"))).contains(MERGE_INTO_ITSELF);
        assertThat(desk.work("TCK-C").isMerged()).isFalse();
    }

    @Test
    void refuses_a_duplicate_that_is_merged_or_cancelled_already() {
        desk.send(merge("TCK-A", "TCK-B"), cancel("TCK-C"));
        assertThat(desk.refusal(merge("TCK-A", "TCK-B"))).contains(TICKET_MERGED);
        assertThat(desk.refusal(merge("TCK-C", "TCK-B"))).contains(TICKET_CANCELLED);
    }

    @Test
    void refuses_a_cancelled_ticket_as_survivor_and_stores_nothing_on_either() {
        desk.send(cancel("TCK-B"));
        int known = desk.events("TCK-B").size();
        assertThat(desk.refusal(merge("TCK-A", "TCK-B"))).contains(TICKET_CANCELLED);
        assertThat(desk.events("TCK-A")).hasSize(1);
        assertThat(desk.events("TCK-B")).hasSize(known);
    }

    @Test
    void across_customers_needs_to_be_meant() {
        assertThat(desk.refusal(merge("TCK-X", "TCK-A"))).contains(MERGE_ACROSS_CUSTOMERS);
        assertThat(desk.events("TCK-A")).hasSize(1);
        desk.send(mergeAcross("TCK-X", "TCK-A"));
        assertThat(desk.last("TCK-X", TicketMerged.class).acrossCustomers()).isTrue();
        assertThat(desk.last("TCK-A", DuplicateAbsorbed.class).acrossCustomers())
                .isTrue();
    }

    @Test
    void within_one_customer_is_not_across_even_when_that_would_be_allowed() {
        desk.send(mergeAcross("TCK-A", "TCK-B"));
        assertThat(desk.last("TCK-A", TicketMerged.class).acrossCustomers()).isFalse();
    }

    @Test
    void across_customers_keeps_what_the_customer_says_apart_and_tells_staff_by_a_note() {
        desk.send(mergeAcross("TCK-X", "TCK-A"), customerWrites("TCK-X", NOW));
        assertThat(desk.last("TCK-X", CommentAdded.class).ticketId()).isEqualTo("TCK-X");
        assertThat(desk.eventsSince("TCK-A", 2))
                .containsExactly(new NoteAdded("TCK-A", "CMT-1", "ACC-cara", "CON-1", "Still dead", "TCK-X", NOW));
    }

    @Test
    void across_customers_keeps_what_staff_answers_apart_too() {
        desk.send(mergeAcross("TCK-X", "TCK-A"), staffWrites("TCK-X", NOW));
        assertThat(desk.last("TCK-X", CommentAdded.class).firstResponse()).isTrue();
        assertThat(desk.events("TCK-A")).hasSize(2);
    }

    @Test
    void across_customers_brings_the_note_to_the_end_of_the_chain() {
        desk.send(mergeAcross("TCK-X", "TCK-A"), merge("TCK-A", "TCK-B"), customerWrites("TCK-X", NOW));
        assertThat(desk.last("TCK-B", NoteAdded.class).viaTicketId()).isEqualTo("TCK-X");
        assertThat(desk.events("TCK-A")).noneMatch(NoteAdded.class::isInstance);
    }

    @Test
    void across_customers_in_the_middle_of_a_chain_keeps_the_words_on_their_side() {
        desk.send(merge("TCK-A", "TCK-B"), mergeAcross("TCK-B", "TCK-X"), customerWrites("TCK-A", NOW));
        assertThat(desk.last("TCK-B", CommentAdded.class).viaTicketId()).isEqualTo("TCK-A");
        assertThat(desk.last("TCK-X", NoteAdded.class).viaTicketId()).isEqualTo("TCK-A");
        assertThat(desk.events("TCK-X")).noneMatch(CommentAdded.class::isInstance);
    }

    /** Two people at once: without care each merges into the other and both tickets are gone. */
    @RepeatedTest(20)
    @Timeout(30)
    void in_both_directions_at_once_leaves_one_of_the_two() {
        var one = desk.sendAsync(merge("TCK-A", "TCK-B"));
        var other = desk.sendAsync(merge("TCK-B", "TCK-A"));
        var won = Stream.of(one, other)
                .filter(order ->
                        order.handle((done, refused) -> refused == null).join())
                .toList();
        assertThat(won).hasSize(1);
        assertThat(desk.work("TCK-A").isMerged()).isEqualTo(!desk.work("TCK-B").isMerged());
        assertThat(desk.events("TCK-A")).hasSize(2);
        assertThat(desk.events("TCK-B")).hasSize(2);
    }

    private void finish(String ticketId, boolean resolvedOnly) {
        desk.send(
                new AssignTicket(ticketId, "TEC-1", null, null, null),
                new AcceptTicket(ticketId, "TEC-1", List.of(), null),
                new StartWork(ticketId, "TEC-1", null),
                new ResolveTicket(ticketId, "TEC-1", "Fuser replaced", null));
        if (!resolvedOnly) {
            desk.send(new CloseAdministratively(ticketId, "Done", null));
        }
    }

    private static MergeTicket mergeAndReopen(String duplicate, String into) {
        return new MergeTicket(duplicate, into, false, true, false, "ACC-dana", "The same fault", null);
    }

    private static AttachFile file(String ticketId, AuthorKind author, boolean internal) {
        return new AttachFile(
                ticketId, "ATT-1", "ACC-cara", author, "a.png", "image/png", 1, "cafe", internal, null, null, NOW);
    }

    private void pause(String ticketId, Instant resumeAt) {
        desk.send(
                new AssignTicket(ticketId, "TEC-1", null, null, null),
                new AcceptTicket(ticketId, "TEC-1", List.of(), null),
                new StartWork(ticketId, "TEC-1", null),
                new PauseWork(ticketId, "TEC-1", WaitingFor.CUSTOMER, "Which model?", resumeAt, null));
    }

    private static MergeTicket merge(String duplicate, String into) {
        return new MergeTicket(duplicate, into, false, false, false, "ACC-dana", "The same fault", null);
    }

    private static MergeTicket mergeAcross(String duplicate, String into) {
        return new MergeTicket(duplicate, into, true, false, false, "ACC-dana", "The same fault", null);
    }

    private static CancelTicket cancel(String ticketId) {
        return new CancelTicket(ticketId, CancelReason.INVALID, null, null);
    }

    private static AddComment customerWrites(String ticketId, Instant when) {
        return new AddComment(ticketId, "CMT-1", "ACC-cara", CUSTOMER, "Still dead", null, null, when);
    }

    private static AddComment staffWrites(String ticketId, Instant when) {
        return new AddComment(ticketId, "CMT-2", "TEC-1", STAFF, "On my way", null, null, when);
    }
}
