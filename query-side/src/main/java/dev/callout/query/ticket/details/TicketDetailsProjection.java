package dev.callout.query.ticket.details;

import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Everything about each ticket, as staff sees it: the ticket, its conversation, and who had it when. */
@Component
@ProcessingGroup("projection-ticket-details")
class TicketDetailsProjection implements Projection {

    private final TicketDetailsRows tickets;
    private final TicketDescriptionRows descriptions;
    private final TicketCycles cycles;
    private final TicketAssignmentRows assignments;
    private final TicketMessageRows messages;
    private final TicketAttachmentRows attachments;
    private final TicketEscalationRows escalations;
    private final TicketLinkRows links;
    private final TicketWatcherRows watchers;

    TicketDetailsProjection(
            TicketDetailsRows tickets,
            TicketDescriptionRows descriptions,
            TicketCycles cycles,
            TicketAssignmentRows assignments,
            TicketMessageRows messages,
            TicketAttachmentRows attachments,
            TicketEscalationRows escalations,
            TicketLinkRows links,
            TicketWatcherRows watchers) {
        this.tickets = tickets;
        this.descriptions = descriptions;
        this.cycles = cycles;
        this.assignments = assignments;
        this.messages = messages;
        this.attachments = attachments;
        this.escalations = escalations;
        this.links = links;
        this.watchers = watchers;
    }

    @EventHandler
    void on(TicketRaised event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        var ticket = tickets.save(new TicketDetailsRow(event, recordedAt, version));
        descriptions.save(new TicketDescriptionRow(event.ticketId(), event.description()));
        cycles.after(event, null, ticket.work(), event.occurredAt());
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        var ticket = tickets.findById(event.ticketId()).orElseThrow();
        var at = EventTimes.occurredAt(event, recordedAt);
        var before = ticket.work();
        ticket.on(event, at, version);
        cycles.after(event, before, ticket.work(), at);
        noteAssignment(event, before, ticket.work(), at, version);
        noteFact(event, version);
    }

    private void noteAssignment(TicketEvent event, WorkState before, WorkState after, Instant at, long version) {
        var another = !Objects.equals(before.technicianId(), after.technicianId())
                || !Objects.equals(before.teamId(), after.teamId());
        if (another || event instanceof TicketAssigned) {
            var reason = event instanceof TicketAssigned assigned ? assigned.reason() : null;
            assignments.save(new TicketAssignmentRow(event.ticketId(), after, reason, at, version));
        }
    }

    private void noteFact(TicketEvent event, long version) {
        if (event instanceof TicketDescribed described) {
            descriptions.findById(described.ticketId()).orElseThrow().on(described);
        } else if (event instanceof CommentAdded comment) {
            messages.save(new TicketMessageRow(comment, version));
        } else if (event instanceof NoteAdded note) {
            messages.save(new TicketMessageRow(note, version));
        } else if (event instanceof FileAttached file) {
            attachments.save(new TicketAttachmentRow(file, version));
            messages.save(new TicketMessageRow(file, version));
        } else if (event instanceof DuplicateReleased released
                && !released.handedBackIds().isEmpty()) {
            messages.deleteByTicketIdAndMessageIdIn(released.ticketId(), released.handedBackIds());
            attachments.deleteByTicketIdAndAttachmentIdIn(released.ticketId(), released.handedBackIds());
        } else if (event instanceof TicketEscalated escalated) {
            escalations.save(new TicketEscalationRow(escalated, version));
        } else if (event instanceof TicketLinked linked) {
            links.save(new TicketLinkRow(linked));
        } else if (event instanceof TicketUnlinked unlinked) {
            links.deleteById(TicketLinkRow.id(unlinked.ticketId(), unlinked.kind(), unlinked.otherTicketId()));
        } else if (event instanceof TicketWatched watched) {
            watchers.save(new TicketWatcherRow(watched));
        } else if (event instanceof TicketUnwatched unwatched) {
            watchers.deleteById(TicketWatcherRow.id(unwatched.ticketId(), unwatched.accountId()));
        }
    }

    @Override
    public List<String> tables() {
        return List.of(
                "ticket_details",
                "ticket_description",
                "ticket_message",
                "ticket_attachment",
                "ticket_assignment",
                "ticket_escalation",
                "ticket_cycle",
                "ticket_link",
                "ticket_watcher");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return tables().stream().collect(Collectors.toMap(table -> table, table -> "ticket_id = ?1"));
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(TicketDetailsRow.class, "ticket_id = ANY(?1)", TicketCycleRow.class, "ticket_id = ANY(?1)");
    }
}
