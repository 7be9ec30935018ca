package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
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
            events.addAll(answered(
                    command.authorId(), command.reopen(), "The customer wrote again.", now, overSince, policy));
        }
        return events;
    }

    /** What an answer of the customer does to the work. */
    private List<TicketEvent> answered(
            String accountId, Boolean reopen, String reason, Instant now, Instant overSince, TicketPolicy policy) {
        if (reopens(reopen, now, overSince, policy)) {
            return new WorkSteps(ticket).reopen(accountId, reason, now, overSince, policy);
        }
        return resumed(now);
    }

    private List<TicketEvent> resumed(Instant now) {
        return work().status() == PENDING_CUSTOMER
                ? List.of(new WorkResumed(ticket.ticketId(), ResumeCause.CUSTOMER_REPLIED, now))
                : List.of();
    }

    /** Who asks for it is refused when it is too late; who only writes, such as to thank, is heard all the same. */
    private boolean reopens(Boolean reopen, Instant now, Instant overSince, TicketPolicy policy) {
        return switch (work().status()) {
            case CLOSED -> reopen == null ? policy.mayReopen(overSince, now) : reopen;
            case RESOLVED -> reopen != null && reopen;
            default -> false;
        };
    }

    /** Whether a customer's message left the ticket closed only because it came too late. */
    boolean isTooLateToReopen(AuthorKind author, Boolean reopen, Instant now, Instant overSince, TicketPolicy policy) {
        return author == CUSTOMER && reopen == null && work().status() == CLOSED && !policy.mayReopen(overSince, now);
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

    /** A file alone is an answer, too. */
    List<TicketEvent> file(AttachFile command, Instant now, Instant overSince, TicketPolicy policy) {
        refuseWhen(work().status() == CANCELLED, TICKET_CANCELLED, ticket.cannotBe("added to"));
        var events = new ArrayList<TicketEvent>();
        events.add(attached(command, now));
        if (command.authorKind() == CUSTOMER) {
            events.addAll(answered(
                    command.uploadedBy(), command.reopen(), "The customer sent a file.", now, overSince, policy));
        }
        return events;
    }

    /** The file alone, without what it does to the work. */
    FileAttached attached(AttachFile command, Instant now) {
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
                command.viaTicketId(),
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

    AttachFile passedOn(AttachFile f, boolean internal) {
        return new AttachFile(
                work().mergedInto(),
                f.attachmentId(),
                f.uploadedBy(),
                f.authorKind(),
                f.fileName(),
                f.mediaType(),
                f.sizeInBytes(),
                f.sha256(),
                internal,
                f.reopen(),
                sentTo(f.viaTicketId()),
                f.occurredAt());
    }

    /** What a customer said, for the staff of another customer's ticket only. */
    AddNote passedOnAsNote(AddComment c) {
        return new AddNote(
                work().mergedInto(), c.commentId(), c.authorId(), c.body(), sentTo(c.viaTicketId()), c.occurredAt());
    }

    // --- back from there

    /** A message as it would stand here, had it never been passed on; a customer's ends the wait for the customer. */
    List<TicketEvent> handedBack(TicketEvent message, Instant now) {
        if (message instanceof CommentAdded c) {
            var comment = new AddComment(
                    ticket.ticketId(),
                    c.commentId(),
                    c.authorId(),
                    c.authorKind(),
                    c.body(),
                    null,
                    unlessHere(c.viaTicketId()),
                    c.occurredAt());
            return withResumption(said(comment, c.occurredAt()), c.authorKind(), now);
        }
        if (message instanceof FileAttached f) {
            var file = new AttachFile(
                    ticket.ticketId(),
                    f.attachmentId(),
                    f.uploadedBy(),
                    f.authorKind(),
                    f.fileName(),
                    f.mediaType(),
                    f.sizeInBytes(),
                    f.sha256(),
                    f.internal(),
                    null,
                    unlessHere(f.viaTicketId()),
                    f.occurredAt());
            return withResumption(attached(file, f.occurredAt()), f.authorKind(), now);
        }
        var n = (NoteAdded) message;
        return List.of(noted(
                new AddNote(
                        ticket.ticketId(),
                        n.noteId(),
                        n.authorId(),
                        n.body(),
                        unlessHere(n.viaTicketId()),
                        n.occurredAt()),
                n.occurredAt()));
    }

    private List<TicketEvent> withResumption(TicketEvent message, AuthorKind author, Instant now) {
        var events = new ArrayList<TicketEvent>();
        events.add(message);
        if (author == CUSTOMER) {
            events.addAll(resumed(now));
        }
        return events;
    }

    private String unlessHere(String viaTicketId) {
        return ticket.ticketId().equals(viaTicketId) ? null : viaTicketId;
    }

    /** The ticket that somebody wrote to, however many merges lie behind it. */
    private String sentTo(String viaTicketId) {
        return viaTicketId == null ? ticket.ticketId() : viaTicketId;
    }

    private WorkState work() {
        return ticket.work();
    }
}
