package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_NOT_MERGED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
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
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 13: a merge can be taken back, and each ticket has its own again. */
class UnmergeTicketTest {

    private final Desk desk = new Desk(NINE);

    @BeforeEach
    void two_tickets() {
        desk.send(raise("TCK-A", "TKT1", "CUS-1", at(0)), raise("TCK-B", "TKT2", "CUS-1", at(30)));
        desk.itIs(NOW);
    }

    @Test
    void puts_the_duplicate_back_exactly_as_it_was() {
        desk.send(
                new AssignTicket("TCK-A", "TEC-1", "TEA-1", null, null),
                new AcceptTicket("TCK-A", "TEC-1", List.of(), null),
                new StartWork("TCK-A", "TEC-1", null),
                new PauseWork("TCK-A", "TEC-1", WaitingFor.PARTS, "A new fuser", at(600), null));
        var before = desk.work("TCK-A");
        desk.send(merge("TCK-A", "TCK-B"), unmerge("TCK-A"));
        assertThat(desk.last("TCK-A", TicketUnmerged.class))
                .isEqualTo(new TicketUnmerged("TCK-A", "CON-1", "TCK-B", "Not the same", before, NOW));
        assertThat(desk.work("TCK-A")).isEqualTo(before);
    }

    @Test
    void gives_the_survivor_its_own_first_contact_and_its_own_first_answer_back() {
        desk.send(staffWrites("TCK-A", at(10)), staffWrites("TCK-B", at(50)), merge("TCK-A", "TCK-B"));
        assertThat(desk.work("TCK-B").respondedAt()).isEqualTo(at(10));
        desk.send(unmerge("TCK-A"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class))
                .isEqualTo(new DuplicateReleased("TCK-B", "TCK-A", "TKT1", at(30), at(50), List.of()));
        assertThat(desk.work("TCK-B").respondedAt()).isEqualTo(at(50));
        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at(10));
    }

    @Test
    void keeps_what_the_other_duplicates_lent_to_the_survivor() {
        desk.send(raise("TCK-C", "TKT3", "CUS-1", at(5)));
        desk.send(
                staffWrites("TCK-A", at(10)),
                staffWrites("TCK-C", at(20)),
                staffWrites("TCK-B", at(50)),
                merge("TCK-A", "TCK-B"),
                merge("TCK-C", "TCK-B"),
                unmerge("TCK-A"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class))
                .isEqualTo(new DuplicateReleased("TCK-B", "TCK-A", "TKT1", at(5), at(20), List.of()));
        desk.send(unmerge("TCK-C"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class))
                .isEqualTo(new DuplicateReleased("TCK-B", "TCK-C", "TKT3", at(30), at(50), List.of()));
    }

    @Test
    void keeps_the_answer_that_the_survivor_got_after_the_duplicate_had_lent_it_an_earlier_one() {
        desk.send(staffWrites("TCK-A", at(10)), merge("TCK-A", "TCK-B"), staffWrites("TCK-B", at(60)));
        assertThat(desk.last("TCK-B", CommentAdded.class).firstResponse()).isFalse();
        desk.send(unmerge("TCK-A"));
        assertThat(desk.work("TCK-B").respondedAt()).isEqualTo(at(60));
    }

    @Test
    void keeps_the_answer_that_a_duplicate_of_another_customer_got_while_it_was_merged() {
        desk.send(
                raise("TCK-X", "TKT9", "CUS-9", at(50)),
                new MergeTicket("TCK-X", "TCK-A", true, false, false, "ACC-dana", "The same fault", null),
                staffWrites("TCK-X", at(70)),
                unmerge("TCK-X"));
        assertThat(desk.work("TCK-X")).returns(CREATED, WorkState::status).returns(at(70), WorkState::respondedAt);
    }

    @Test
    void lets_the_duplicate_answer_for_itself_again() {
        desk.send(merge("TCK-A", "TCK-B"), unmerge("TCK-A"), staffWrites("TCK-A", NOW));
        assertThat(desk.last("TCK-A", CommentAdded.class)).returns(null, CommentAdded::viaTicketId);
        assertThat(desk.refusal(merge("TCK-B", "TCK-A"))).isEmpty();
    }

    @Test
    void frees_the_middle_of_a_chain_with_all_that_hangs_on_it() {
        desk.send(
                raise("TCK-C", "TKT3", "CUS-1", at(40)),
                merge("TCK-A", "TCK-B"),
                merge("TCK-B", "TCK-C"),
                unmerge("TCK-B"));
        desk.send(staffWrites("TCK-A", NOW));
        assertThat(desk.last("TCK-B", CommentAdded.class).viaTicketId()).isEqualTo("TCK-A");
        assertThat(desk.events("TCK-C")).noneMatch(CommentAdded.class::isInstance);
        assertThat(desk.last("TCK-C", DuplicateReleased.class).firstContactAt()).isEqualTo(at(40));
    }

    @Test
    void hands_back_what_was_sent_to_the_duplicate_meanwhile_and_nothing_else() {
        desk.send(customerWrites("TCK-B", "CMT-0"), merge("TCK-A", "TCK-B"));
        desk.send(
                customerWrites("TCK-A", "CMT-1"),
                new AddNote("TCK-A", "NOT-1", "TEC-1", "Fuser again", null, at(150)),
                new AttachFile(
                        "TCK-A",
                        "ATT-1",
                        "ACC-cara",
                        CUSTOMER,
                        "a.png",
                        "image/png",
                        1,
                        "cafe",
                        false,
                        null,
                        null,
                        NOW),
                customerWrites("TCK-B", "CMT-3"));
        int known = desk.events("TCK-A").size();
        desk.itIs(at(300)).send(unmerge("TCK-A"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class).handedBackIds())
                .containsExactly("CMT-1", "NOT-1", "ATT-1");
        assertThat(desk.eventsSince("TCK-A", known + 1))
                .containsExactly(
                        new CommentAdded(
                                "TCK-A", "CMT-1", "ACC-cara", CUSTOMER, "CON-1", "Still dead", false, null, NOW),
                        new NoteAdded("TCK-A", "NOT-1", "TEC-1", "CON-1", "Fuser again", null, at(150)),
                        new FileAttached(
                                "TCK-A",
                                "ATT-1",
                                "ACC-cara",
                                CUSTOMER,
                                "CON-1",
                                "a.png",
                                "image/png",
                                1,
                                "cafe",
                                false,
                                null,
                                NOW));
    }

    @Test
    void hands_back_once() {
        desk.send(merge("TCK-A", "TCK-B"), customerWrites("TCK-A", "CMT-1"), unmerge("TCK-A"));
        desk.send(merge("TCK-A", "TCK-B"), customerWrites("TCK-A", "CMT-2"), unmerge("TCK-A"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class).handedBackIds()).containsExactly("CMT-2");
        assertThat(desk.events("TCK-A").stream().filter(CommentAdded.class::isInstance))
                .hasSize(2);
    }

    @Test
    void hands_back_along_a_chain_what_came_through_the_ticket_that_goes() {
        desk.send(raise("TCK-C", "TKT3", "CUS-1", at(40)), merge("TCK-A", "TCK-B"), merge("TCK-B", "TCK-C"));
        desk.send(customerWrites("TCK-A", "CMT-1"), customerWrites("TCK-B", "CMT-2"), unmerge("TCK-B"));
        assertThat(desk.last("TCK-C", DuplicateReleased.class).handedBackIds()).containsExactly("CMT-1", "CMT-2");
        assertThat(desk.last("TCK-B", CommentAdded.class)).returns("CMT-2", CommentAdded::commentId);
        desk.send(unmerge("TCK-A"));
        assertThat(desk.last("TCK-B", DuplicateReleased.class).handedBackIds()).containsExactly("CMT-1");
        assertThat(desk.last("TCK-A", CommentAdded.class))
                .returns("CMT-1", CommentAdded::commentId)
                .returns(null, CommentAdded::viaTicketId);
    }

    @Test
    void keeps_one_of_what_a_duplicate_of_another_customer_said_itself() {
        desk.send(
                raise("TCK-X", "TKT9", "CUS-9", at(50)),
                new MergeTicket("TCK-X", "TCK-A", true, false, false, "ACC-dana", "The same fault", null),
                customerWrites("TCK-X", "CMT-1"),
                unmerge("TCK-X"));
        assertThat(desk.last("TCK-A", DuplicateReleased.class).handedBackIds()).containsExactly("CMT-1");
        assertThat(desk.events("TCK-X").stream().filter(CommentAdded.class::isInstance))
                .hasSize(1);
    }

    @Test
    void hands_the_answer_that_was_sent_to_the_duplicate_back_as_its_first_one() {
        desk.send(merge("TCK-A", "TCK-B"), staffWrites("TCK-A", at(70)));
        assertThat(desk.work("TCK-B").respondedAt()).isEqualTo(at(70));
        desk.send(unmerge("TCK-A"));
        assertThat(desk.work("TCK-B").respondedAt()).isNull();
        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at(70));
        assertThat(desk.last("TCK-A", CommentAdded.class).firstResponse()).isTrue();
    }

    @Test
    void goes_on_with_the_work_when_the_customer_answered_meanwhile() {
        desk.send(
                new AssignTicket("TCK-A", "TEC-1", null, null, null),
                new AcceptTicket("TCK-A", "TEC-1", List.of(), null),
                new StartWork("TCK-A", "TEC-1", null),
                new PauseWork("TCK-A", "TEC-1", WaitingFor.CUSTOMER, "Which floor?", null, null),
                merge("TCK-A", "TCK-B"),
                customerWrites("TCK-A", "CMT-1"),
                unmerge("TCK-A"));
        assertThat(desk.work("TCK-A").status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void refuses_a_ticket_that_is_not_merged() {
        assertThat(desk.refusal(unmerge("TCK-A"))).contains(TICKET_NOT_MERGED);
        desk.send(merge("TCK-A", "TCK-B"), unmerge("TCK-A"));
        assertThat(desk.refusal(unmerge("TCK-A"))).contains(TICKET_NOT_MERGED);
    }

    private static MergeTicket merge(String duplicate, String into) {
        return new MergeTicket(duplicate, into, false, false, false, "ACC-dana", "The same fault", null);
    }

    private static UnmergeTicket unmerge(String duplicate) {
        return new UnmergeTicket(duplicate, "Not the same", null);
    }

    private static AddComment customerWrites(String ticketId, String commentId) {
        return new AddComment(ticketId, commentId, "ACC-cara", CUSTOMER, "Still dead", null, null, NOW);
    }

    private static AddComment staffWrites(String ticketId, Instant when) {
        return new AddComment(ticketId, "CMT-2", "TEC-1", STAFF, "On my way", null, null, when);
    }
}
