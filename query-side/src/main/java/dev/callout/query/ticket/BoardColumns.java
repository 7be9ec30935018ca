package dev.callout.query.ticket;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.EventTimes;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/** What the board says of a ticket, as columns. */
@Embeddable
public class BoardColumns implements Cloneable {

    private @Embedded TicketColumns about;
    private String searchText;
    private Instant lastActivityAt;
    private Instant escalatedAt;
    private int comments;
    private boolean customerWaits;
    private short urgency;
    private @Embedded WorkColumns work;

    protected BoardColumns() {}

    public BoardColumns(TicketRaised event) {
        about = new TicketColumns(event);
        lastActivityAt = event.occurredAt();
        customerWaits = true;
        after(event);
    }

    /** The columns after one more event; these stay as they are. */
    public BoardColumns after(TicketEvent event, Instant recordedAt) {
        var next = copy();
        next.on(event, recordedAt);
        return next;
    }

    private BoardColumns copy() {
        try {
            return (BoardColumns) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void on(TicketEvent event, Instant recordedAt) {
        if (!(event instanceof PersonErasedFromTicket)) { // no work on the ticket
            lastActivityAt = latest(lastActivityAt, EventTimes.occurredAt(event, recordedAt));
        }
        if (event instanceof CommentAdded comment) {
            comments++;
            if (comment.authorKind() != AuthorKind.SYSTEM) { // an automatic mail is no answer
                customerWaits = comment.authorKind() == AuthorKind.CUSTOMER;
            }
        } else if (event instanceof FileAttached file) {
            if (!file.internal() && file.authorKind() != AuthorKind.SYSTEM) { // a file alone is an answer, too
                customerWaits = file.authorKind() == AuthorKind.CUSTOMER;
            }
        } else if (event instanceof TicketEscalated escalated) {
            escalatedAt = escalated.occurredAt();
        } else if (event instanceof SupervisorAssigned assigned) {
            escalatedAt = assigned.occurredAt();
        }
        about = about.after(event);
        after(event);
    }

    private void after(TicketEvent event) {
        work = WorkColumns.after(work, event);
        urgency = (short) (Priority.URGENT.ordinal() - work.state().priority().ordinal());
        searchText = about.searchText();
    }

    public TicketStatus status() {
        return state().status();
    }

    public WorkState state() {
        return work.state();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
