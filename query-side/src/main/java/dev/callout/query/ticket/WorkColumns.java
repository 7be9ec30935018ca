package dev.callout.query.ticket;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A {@link WorkState} as columns. What an event changes is decided there, and nowhere on this side. */
@Embeddable
public class WorkColumns {

    private @Enumerated(STRING) TicketStatus status;
    private String technicianId;
    private String teamId;
    private boolean accepted;
    private Instant resumeAt;
    private @Enumerated(STRING) Priority priority;
    private int cycle;
    private Instant respondedAt;
    private String resolvedBy;
    private Instant resolvedAt;
    private @Enumerated(STRING) Closure closure;
    private Instant closedAt;
    private String mergedInto;
    private boolean archived;

    protected WorkColumns() {}

    private WorkColumns(WorkState state) {
        status = state.status();
        technicianId = state.technicianId();
        teamId = state.teamId();
        accepted = state.accepted();
        resumeAt = state.resumeAt();
        priority = state.priority();
        cycle = state.cycle();
        respondedAt = state.respondedAt();
        resolvedBy = state.resolvedBy();
        resolvedAt = state.resolvedAt();
        closure = state.closure();
        closedAt = state.closedAt();
        mergedInto = state.mergedInto();
        archived = state.archived();
    }

    /** The columns after an event; {@code before} is null for the first one. */
    public static WorkColumns after(WorkColumns before, TicketEvent event) {
        return new WorkColumns(WorkState.after(before == null ? null : before.state(), event));
    }

    public WorkState state() {
        return new WorkState(
                status,
                technicianId,
                teamId,
                accepted,
                resumeAt,
                priority,
                cycle,
                respondedAt,
                resolvedBy,
                resolvedAt,
                closure,
                closedAt,
                mergedInto,
                archived);
    }
}
