package dev.callout.query.sla.tracking;

import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What happened to one ticket as far as its promises go, and by what its verdicts are counted. */
@Entity
@Table(name = "sla_tracking")
class SlaTrackingRow extends Row<String> {

    private @Id String ticketId;
    private String number;
    private String customerId;
    private String category;
    private Instant raisedAt;
    private String answeredBy;
    private String arrivedBy;
    private String resolvers = Resolvers.NOBODY;
    private @Convert(converter = CourseText.class) SlaCourse course;
    private @Embedded WorkColumns work;
    private long version;

    protected SlaTrackingRow() {}

    SlaTrackingRow(TicketRaised event, long version, Instant recordedAt) {
        ticketId = event.ticketId();
        number = event.number();
        customerId = event.customerId();
        category = event.category();
        raisedAt = event.occurredAt();
        follow(event, SlaSwitch.by(event, version, recordedAt));
    }

    void on(TicketEvent event, long version, Instant recordedAt) {
        if (event instanceof TicketClassified classified) {
            category = classified.category();
        } else if (event instanceof CommentAdded comment && comment.firstResponse()) {
            answeredBy = comment.authorId();
        } else if (event instanceof TechnicianArrived arrived && arrivedBy == null) {
            arrivedBy = arrived.technicianId();
        } else if (event instanceof TicketResolved resolved) {
            resolvers = Resolvers.with(resolvers, work.state().cycle(), resolved.technicianId());
            answeredBy = resolved.firstResponse() ? resolved.technicianId() : answeredBy;
        }
        follow(event, SlaSwitch.by(event, version, recordedAt));
    }

    private void follow(TicketEvent event, SlaSwitch by) {
        var before = work == null ? null : work.state();
        work = WorkColumns.after(work, event);
        course = SlaCourse.after(course, event, before, work.state(), by);
        version = by.version();
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
