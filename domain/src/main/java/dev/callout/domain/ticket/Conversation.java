package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is said on a ticket, and what a customer's word does to the work. */
record Conversation(Standing ticket) {

    List<TicketEvent> comment(AddComment command, Instant now, Instant overSince, TicketPolicy policy) {
        var events = new ArrayList<TicketEvent>();
        events.add(said(command, now));
        if (command.authorKind() == CUSTOMER) {
            refuseWhen(
                    work().status() == CANCELLED, TICKET_CANCELLED, ticket.cannotBe("answered; report a new problem"));
            if (reopens(command)) {
                events.addAll(new WorkSteps(ticket)
                        .reopen(command.authorId(), "The customer wrote again.", now, overSince, policy));
            } else if (work().status() == PENDING_CUSTOMER) {
                events.add(new WorkResumed(ticket.ticketId(), ResumeCause.CUSTOMER_REPLIED, now));
            }
        }
        return events;
    }

    private boolean reopens(AddComment command) {
        return switch (work().status()) {
            case CLOSED -> command.reopen() == null || command.reopen();
            case RESOLVED -> command.reopen() != null && command.reopen();
            default -> false;
        };
    }

    /** The word alone, without what it does to the work. */
    CommentAdded said(AddComment command, Instant now) {
        return new CommentAdded(
                ticket.ticketId(),
                command.commentId(),
                command.authorId(),
                command.authorKind(),
                ticket.facts().contactId(),
                command.body(),
                command.authorKind() == STAFF && work().respondedAt() == null,
                command.viaTicketId(),
                now);
    }

    NoteAdded noted(AddNote command, Instant now) {
        return new NoteAdded(
                ticket.ticketId(),
                command.noteId(),
                command.authorId(),
                ticket.facts().contactId(),
                command.body(),
                command.viaTicketId(),
                now);
    }

    FileAttached attached(AttachFile command, Instant now) {
        refuseWhen(work().status() == CANCELLED, TICKET_CANCELLED, ticket.cannotBe("added to"));
        return new FileAttached(
                ticket.ticketId(),
                command.attachmentId(),
                command.uploadedBy(),
                command.authorKind(),
                ticket.facts().contactId(),
                command.fileName(),
                command.mediaType(),
                command.sizeInBytes(),
                command.sha256(),
                command.internal(),
                now);
    }

    // --- on its way to the ticket in which this one lives on

    AddComment passedOn(AddComment c) {
        return new AddComment(
                work().mergedInto(),
                c.commentId(),
                c.authorId(),
                c.authorKind(),
                c.body(),
                c.reopen(),
                sentTo(c.viaTicketId()),
                c.occurredAt());
    }

    AddNote passedOn(AddNote n) {
        return new AddNote(
                work().mergedInto(), n.noteId(), n.authorId(), n.body(), sentTo(n.viaTicketId()), n.occurredAt());
    }

    /** What a customer said, for the staff of another customer's ticket only. */
    AddNote passedOnAsNote(AddComment c) {
        return new AddNote(
                work().mergedInto(), c.commentId(), c.authorId(), c.body(), sentTo(c.viaTicketId()), c.occurredAt());
    }

    /** The ticket that somebody wrote to, however many merges lie behind it. */
    private String sentTo(String viaTicketId) {
        return viaTicketId == null ? ticket.ticketId() : viaTicketId;
    }

    private WorkState work() {
        return ticket.work();
    }
}
