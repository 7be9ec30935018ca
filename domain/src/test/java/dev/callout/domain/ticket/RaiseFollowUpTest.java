package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.FOLLOW_UP_OPEN;
import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.raise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.FollowUpRaised;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import org.junit.jupiter.api.Test;

/** A problem that goes on: a new ticket that knows all the earlier one knew, one for each author at a time. */
class RaiseFollowUpTest {

    private final Desk desk = new Desk(NINE)
            .send(
                    raise("TCK-1", "TKT100001", "CUS-1", null),
                    new ChangePriority("TCK-1", Priority.URGENT, "ACC-dana", "It burns", null),
                    new CloseAdministratively("TCK-1", "Done", null))
            .itIs(NOW);

    @Test
    void keeps_what_the_earlier_ticket_was_about_and_both_know_each_other() {
        desk.send(followUp("TCK-2", "ACC-cara"));
        assertThat(desk.last("TCK-2", TicketRaised.class))
                .isEqualTo(new TicketRaised(
                        "TCK-2",
                        "TKT-TCK-2",
                        "CUS-1",
                        "CON-1",
                        "SIT-1",
                        "ACC-cara",
                        "Follow-up of TKT100001",
                        "Dead again",
                        TicketType.ISSUE,
                        "Hardware",
                        "Printer",
                        Priority.URGENT,
                        Priority.URGENT,
                        Channel.WEB_PORTAL,
                        "LaserJet 9",
                        "SN-77",
                        "en",
                        "TCK-1",
                        null,
                        NOW));
        assertThat(desk.last("TCK-1", FollowUpRaised.class))
                .isEqualTo(new FollowUpRaised("TCK-1", "TCK-2", "TKT-TCK-2", "ACC-cara"));
    }

    @Test
    void takes_what_is_said_otherwise() {
        var other = raise("TCK-2", "TKT2", "CUS-1", null);
        desk.send(new RaiseFollowUp("TCK-1", other));
        assertThat(desk.last("TCK-2", TicketRaised.class))
                .returns("Printer dead", TicketRaised::title)
                .returns(Priority.HIGH, TicketRaised::priority)
                .returns("TCK-1", TicketRaised::followUpOf);
    }

    @Test
    void is_one_for_each_author_as_long_as_it_is_open() {
        desk.send(followUp("TCK-2", "ACC-cara"));
        assertThat(desk.refusal(followUp("TCK-3", "ACC-cara"))).contains(FOLLOW_UP_OPEN);
        assertThat(desk.events("TCK-3")).isEmpty();
        assertThat(desk.refusal(followUp("TCK-4", "ACC-otto"))).isEmpty();
        desk.send(new CancelTicket("TCK-2", CancelReason.WITHDRAWN, null, null), followUp("TCK-5", "ACC-cara"));
        assertThat(desk.refusal(followUp("TCK-6", "ACC-cara"))).contains(FOLLOW_UP_OPEN);
    }

    @Test
    void of_a_duplicate_is_one_of_the_ticket_in_which_it_lives_on() {
        desk.send(
                raise("TCK-9", "TKT9", "CUS-1", null),
                new MergeTicket("TCK-1", "TCK-9", false, false, false, "ACC-dana", null, null),
                followUp("TCK-2", "ACC-cara"));
        assertThat(desk.last("TCK-2", TicketRaised.class).followUpOf()).isEqualTo("TCK-9");
        assertThat(desk.last("TCK-9", FollowUpRaised.class).followUpId()).isEqualTo("TCK-2");
    }

    private static RaiseFollowUp followUp(String ticketId, String author) {
        return new RaiseFollowUp(
                "TCK-1",
                new RaiseTicket(
                        ticketId,
                        "TKT-" + ticketId,
                        "CUS-1",
                        "CON-1",
                        null,
                        author,
                        null,
                        "Dead again",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Channel.WEB_PORTAL,
                        null,
                        null,
                        "en",
                        null,
                        NOW));
    }
}
