package dev.callout.query.ticket.board;

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
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import dev.callout.query.ticket.EventTimes;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One ticket on the staff's board. */
@Entity
@Table(name = "ticket_board")
class TicketBoardRow extends Row<String> {

    private @Id String ticketId;
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
    private long version;

    protected TicketBoardRow() {}

    TicketBoardRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
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
        after(event, version);
        index();
    }

    void on(TicketEvent event, Instant recordedAt, long version) {
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
        after(event, version);
        index();
    }

    private void after(TicketEvent event, long version) {
        work = WorkColumns.after(work, event);
        urgency = (short) (Priority.URGENT.ordinal() - work.state().priority().ordinal());
        this.version = version;
    }

    private void index() {
        searchText = SearchText.of(number, title, product, serialNumber);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
