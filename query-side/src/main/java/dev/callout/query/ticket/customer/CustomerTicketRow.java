package dev.callout.query.ticket.customer;

import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.News;
import dev.callout.query.ticket.StepTexts;
import dev.callout.query.ticket.TicketColumns;
import dev.callout.query.ticket.VolumeColumns;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One ticket as its customer sees it. */
@Entity
@Table(name = "customer_ticket")
class CustomerTicketRow extends Row<String> {

    private @Id String ticketId;
    private @Embedded TicketColumns about;
    private String description;
    private String searchText;
    private Instant lastActivityAt;
    private String followUpOf;
    private @Embedded StepTexts texts;
    private String mergedIntoNumber;
    private @Embedded WorkColumns work;
    private @Embedded VolumeColumns volume = VolumeColumns.nothing();
    private long version;

    protected CustomerTicketRow() {}

    CustomerTicketRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
        about = new TicketColumns(event);
        description = event.description();
        followUpOf = event.followUpOf();
        lastActivityAt = event.occurredAt();
        after(event, version);
    }

    void on(TicketEvent event, Instant at, long version) {
        about = about.after(event);
        if (event instanceof TicketDescribed described) {
            description = described.description();
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
        var before = work == null ? null : work.state();
        work = WorkColumns.after(work, event);
        texts = StepTexts.after(texts, event, before, work.state());
        volume = volume.after(event);
        searchText = about.searchText();
        this.version = version;
    }

    boolean isOfSameCustomer(CustomerTicketRow other) {
        return about.isOfSameCustomer(other.about);
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
