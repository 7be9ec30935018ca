package dev.callout.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.UnmergeTicket;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Ten o'clock: Acme's printer fails, and is to be answered by twelve; somebody reports it again at eleven. */
class MergePromisesTest {

    private final Desk desk = new Desk(at("10:00"), Sla.PREMIUM);

    MergePromisesTest() {
        raise("TCK-A", "TKT100001", "10:00");
    }

    private void raise(String id, String number, String time) {
        desk.itIs(at(time)).send(Tickets.raise(id, number, "CUS-1", at(time)));
    }

    private void answer(String id, String time) {
        desk.itIs(at(time))
                .send(new AddComment(id, "COM-" + id, "TEC-1", AuthorKind.STAFF, "Hello.", null, null, null));
    }

    private void merge(String duplicate, String into, String time) {
        desk.itIs(at(time)).send(new MergeTicket(duplicate, into, false, false, false, null, "The same", null));
    }

    private long breaches() {
        return desk.events("TCK-A").stream()
                .filter(SlaBreached.class::isInstance)
                .count();
    }

    @Test
    void an_answer_on_the_duplicate_counts_when_it_comes_with_the_merge_in_time() {
        raise("TCK-B", "TKT100002", "11:00");
        answer("TCK-B", "11:10");
        merge("TCK-B", "TCK-A", "11:30");

        assertThat(desk.last("TCK-A", DuplicateAbsorbed.class).firstResponseAt())
                .isEqualTo(at("11:10"));
        desk.itIs(at("13:00")).send(new CheckSla("TCK-A"));
        assertThat(breaches()).isZero();
    }

    @Test
    void an_answered_duplicate_never_heals_a_missed_response() {
        raise("TCK-B", "TKT100002", "11:00");
        answer("TCK-B", "11:10");
        desk.itIs(at("12:01")).send(new CheckSla("TCK-A"));
        merge("TCK-B", "TCK-A", "13:00");

        assertThat(desk.last("TCK-A", DuplicateAbsorbed.class).firstResponseAt())
                .isEqualTo(at("13:00"));
        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at("13:00"));
        assertThat(breaches()).isEqualTo(1);
    }

    /** Nobody had looked since: the breach is found by the merge, and still before the answer counts. */
    @Test
    void also_when_the_breach_is_found_only_by_the_merge() {
        raise("TCK-B", "TKT100002", "11:00");
        answer("TCK-B", "11:10");
        merge("TCK-B", "TCK-A", "13:00");

        assertThat(breaches()).isEqualTo(1);
        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at("13:00"));
    }

    @Test
    void nor_does_the_end_of_another_merge() {
        raise("TCK-B", "TKT100002", "11:00");
        raise("TCK-C", "TKT100003", "11:05");
        answer("TCK-B", "11:10");
        merge("TCK-C", "TCK-A", "12:30");
        merge("TCK-B", "TCK-A", "13:00");
        desk.itIs(at("14:00")).send(new UnmergeTicket("TCK-C", "Another printer", null));

        assertThat(desk.work("TCK-A").respondedAt()).isEqualTo(at("13:00"));
    }

    @Test
    void clocks_begin_with_the_earliest_contact() {
        var desk = new Desk(at("08:50"), Sla.PREMIUM);
        desk.send(Tickets.raise("TCK-B", "TKT100002", "CUS-1", at("08:50")));
        desk.itIs(at("10:00")).send(Tickets.raise("TCK-A", "TKT100001", "CUS-1", at("10:00")));
        desk.itIs(at("10:20")).send(new MergeTicket("TCK-B", "TCK-A", false, false, false, null, "The same", null));

        assertThat(desk.look("TCK-A").next())
                .as("80 % of two hours from 08:50 on")
                .isEqualTo(at("10:26"));
    }

    @Test
    void the_more_urgent_priority_is_kept_when_asked_for() {
        raise("TCK-B", "TKT100002", "11:00");
        desk.send(new ChangePriority("TCK-B", Priority.URGENT, "ACC-max", "Whole floor", null));
        desk.itIs(at("11:05")).send(new MergeTicket("TCK-B", "TCK-A", false, false, true, "ACC-max", "The same", null));

        assertThat(desk.work("TCK-A").priority()).isEqualTo(Priority.URGENT);
        assertThat(desk.last("TCK-A", SlaPromised.class).promise().responseDueAt())
                .isEqualTo(at("10:30"));
        assertThat(breaches()).as("30 minutes from ten on are over").isEqualTo(1);
    }

    @Test
    void the_priority_stays_unless_asked_for() {
        raise("TCK-B", "TKT100002", "11:00");
        desk.send(new ChangePriority("TCK-B", Priority.URGENT, "ACC-max", "Whole floor", null));
        merge("TCK-B", "TCK-A", "11:05");

        assertThat(desk.work("TCK-A").priority()).isEqualTo(Priority.HIGH);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-19T" + time + ":00Z");
    }
}
