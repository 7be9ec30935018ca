package dev.callout.query.ticket.customer;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import dev.callout.query.ticket.News;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** One ticket as its customer sees it. */
@Entity
@Table(name = "customer_ticket")
class CustomerTicketRow extends Row<String> {

    private @Id String ticketId;
    private String number;
    private String title;
    private String description;
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
    private String workDone;
    private String mergedIntoNumber;
    private @Embedded WorkColumns work;
    private long version;

    protected CustomerTicketRow() {}

    CustomerTicketRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
        number = event.number();
        title = event.title();
        description = event.description();
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
        after(event, version);
    }

    void on(TicketEvent event, Instant at, long version) {
        if (event instanceof TicketDescribed described) {
            title = described.title();
            description = described.description();
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
        } else if (event instanceof TicketResolved resolved) {
            workDone = resolved.workDone();
        } else if (event instanceof TicketStateImported imported && imported.workDone() != null) {
            workDone = imported.workDone();
        } else if (event instanceof TicketMerged merged) {
            // another customer's ticket is none of this one's business
            mergedIntoNumber = merged.acrossCustomers() ? null : merged.intoNumber();
        } else if (event instanceof TicketUnmerged) {
            mergedIntoNumber = null;
        }
        if (News.is(event) && at.isAfter(lastActivityAt)) {
            lastActivityAt = at;
        }
        after(event, version);
    }

    private void after(TicketEvent event, long version) {
        work = WorkColumns.after(work, event);
        searchText = SearchText.of(number, title, product, serialNumber);
        this.version = version;
    }

    boolean isOfSameCustomer(CustomerTicketRow other) {
        return Objects.equals(customerId, other.customerId);
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
