package dev.callout.query.ticket.customer;

import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** The tickets of each customer, and of them only what the customer may see. */
@Component
@ProcessingGroup("projection-customer-tickets")
class CustomerTicketsProjection implements Projection {

    private final CustomerTicketRows tickets;
    private final CustomerEntryRows entries;
    private final CustomerAttachmentRows attachments;

    CustomerTicketsProjection(
            CustomerTicketRows tickets, CustomerEntryRows entries, CustomerAttachmentRows attachments) {
        this.tickets = tickets;
        this.entries = entries;
        this.attachments = attachments;
    }

    @EventHandler
    void on(TicketRaised event, @SequenceNumber long version) {
        tickets.save(new CustomerTicketRow(event, version));
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        var ticket = tickets.findById(event.ticketId()).orElseThrow();
        ticket.on(event, EventTimes.occurredAt(event, recordedAt), version);
        if (event instanceof CommentAdded comment) {
            entries.save(new CustomerEntryRow(readerOf(comment, ticket), comment, version));
        } else if (event instanceof FileAttached file && !file.internal()) {
            attachments.save(new CustomerAttachmentRow(file, version));
            entries.save(new CustomerEntryRow(file, version));
        } else if (event instanceof DuplicateReleased released
                && !released.handedBackIds().isEmpty()) {
            entries.deleteByTicketIdAndEntryIdIn(released.ticketId(), released.handedBackIds());
            attachments.deleteByTicketIdAndAttachmentIdIn(released.ticketId(), released.handedBackIds());
        }
    }

    /** What was written by way of another customer's duplicate stays with that customer. */
    private String readerOf(CommentAdded comment, CustomerTicketRow ticket) {
        if (comment.viaTicketId() == null) {
            return comment.ticketId();
        }
        var via = tickets.findById(comment.viaTicketId()).orElseThrow();
        return via.isOfSameCustomer(ticket) ? comment.ticketId() : comment.viaTicketId();
    }

    /** A comment can concern two tickets. */
    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public List<String> tables() {
        return List.of("customer_ticket", "customer_ticket_entry", "customer_ticket_attachment");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of(
                "customer_ticket",
                "ticket_id = ?1",
                "customer_ticket_entry",
                "position LIKE ?1 || '@%'", // it may be shown with another ticket
                "customer_ticket_attachment",
                "ticket_id = ?1");
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(CustomerTicketRow.class, "ticket_id = ANY(?1)");
    }
}
