package dev.callout.query.ticket;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;

/** What a ticket is about and whose it is, as columns that several views have; the one fold of its corrections. */
@Embeddable
public class TicketColumns implements Cloneable {

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
    private Instant raisedAt;

    protected TicketColumns() {}

    public TicketColumns(TicketRaised event) {
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
    }

    /** The columns after one more event; these stay as they are. */
    public TicketColumns after(TicketEvent event) {
        var next = copy();
        if (event instanceof TicketDescribed described) {
            next.title = described.title();
        } else if (event instanceof TicketClassified classified) {
            next.type = classified.type();
            next.category = classified.category();
            next.subCategory = classified.subCategory();
        } else if (event instanceof ReporterChanged reporter) {
            next.contactId = reporter.contactId();
            next.siteId = reporter.siteId();
        } else if (event instanceof PersonErasedFromTicket erased) {
            next.contactId = erased.isOf(contactId) ? null : contactId;
        } else if (event instanceof ProductIdentified identified) {
            next.product = identified.product();
            next.serialNumber = identified.serialNumber();
        } else {
            return this;
        }
        return next;
    }

    private TicketColumns copy() {
        try {
            return (TicketColumns) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String searchText() {
        return SearchText.of(number, title, product, serialNumber);
    }

    public boolean isOfSameCustomer(TicketColumns other) {
        return Objects.equals(customerId, other.customerId);
    }
}
