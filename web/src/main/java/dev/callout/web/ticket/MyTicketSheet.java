package dev.callout.web.ticket;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CustomerTicket;
import dev.callout.web.frame.WallClock;
import dev.callout.web.frame.Words;
import java.time.Instant;
import java.util.List;

/** A customer's ticket as it stands on its page, in the customer's words. */
record MyTicketSheet(
        String number,
        String title,
        String description,
        String status,
        String more,
        String resumes,
        String technician,
        Instant raisedAt,
        String reported,
        String workDone,
        Link mergedInto,
        Link followUpOf,
        List<Link> followUps,
        boolean canFollowUp,
        List<Message> messages) {

    /** Another ticket. */
    record Link(String number, String path) {}

    /** What was written, or the file that was sent. */
    record Message(Instant at, String when, String author, String text, String fileName) {}

    static MyTicketSheet of(CustomerTicket ticket, WallClock wallClock) {
        return new MyTicketSheet(
                ticket.number(),
                ticket.title(),
                ticket.description(),
                Words.of(ticket.status()),
                CustomerWords.more(
                        ticket.subLine(), ticket.waitingReason(), ticket.cancelReason(), ticket.closingNote()),
                ticket.resumeAt() == null ? null : wallClock.at(ticket.resumeAt()),
                ticket.technician() == null ? null : ticket.technician().name(),
                ticket.raisedAt(),
                wallClock.at(ticket.raisedAt()),
                ticket.workDone(),
                link(ticket.mergedIntoNumber()),
                ticket.followUpOf() == null ? null : link(ticket.followUpOf().number()),
                ticket.followUps().stream()
                        .map(followUp -> link(followUp.number()))
                        .toList(),
                ticket.canFollowUp(),
                ticket.conversation().stream()
                        .map(message -> message(message, wallClock))
                        .toList());
    }

    private static Link link(String number) {
        return number == null ? null : new Link(number, MyTicketPage.path(number));
    }

    private static Message message(CustomerTicket.Message message, WallClock wallClock) {
        var name = message.author() == null ? null : message.author().name();
        var side = message.authorKind() == AuthorKind.CUSTOMER ? "You" : "Service desk";
        return new Message(
                message.at(),
                wallClock.at(message.at()),
                name == null ? side : name,
                message.body(),
                message.fileName());
    }
}
