package dev.callout.query.ticket;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What the board says of a ticket, as columns. */
@Embeddable
public class BoardColumns implements Cloneable {

    private String number;
    private String title;
    private @Enumerated(STRING) TicketType type;
    private String category;
    private String subCategory;
    private @Enumerated(STRING) Channel channel;
    private @Enumerated(STRING) Priority requestedPriority;
    private String customerId;
    private String contactId;
    private String siteId;
    private String product;
    private String serialNumber;
    private String searchText;
    private Instant raisedAt;
    private Instant lastActivityAt;
    private Instant escalatedAt;
    private int comments;
    private boolean customerWaits;
    private short urgency;
    private @Embedded WorkColumns work;

    protected BoardColumns() {}

    public BoardColumns(TicketRaised event) {
        number = event.number();
        title = event.title();
        type = event.type();
        category = event.category();
        subCategory = event.subCategory();
        channel = event.channel();
        requestedPriority = event.requestedPriority();
        customerId = event.customerId();
        contactId = event.contactId();
        siteId = event.siteId();
        product = event.product();
        serialNumber = event.serialNumber();
        raisedAt = event.occurredAt();
        lastActivityAt = raisedAt;
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
        } else if (event instanceof TicketEscalated escalated) {
            escalatedAt = escalated.occurredAt();
        } else if (event instanceof TicketDescribed described) {
            title = described.title();
        } else if (event instanceof TicketClassified classified) {
            type = classified.type();
            category = classified.category();
            subCategory = classified.subCategory();
        } else if (event instanceof ReporterChanged reporter) {
            contactId = reporter.contactId();
            siteId = reporter.siteId();
        } else if (event instanceof PersonErasedFromTicket erased) {
            contactId = erased.isOf(contactId) ? null : contactId;
        } else if (event instanceof ProductIdentified identified) {
            product = identified.product();
            serialNumber = identified.serialNumber();
        }
        after(event);
    }

    private void after(TicketEvent event) {
        work = WorkColumns.after(work, event);
        urgency = (short) (Priority.URGENT.ordinal() - work.state().priority().ordinal());
        searchText = SearchText.of(number, title, product, serialNumber);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
