package dev.callout.api.ticket;

import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaPromise;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** From now on something else is promised for the ticket; {@code cycle} is the one that runs. */
@Revision("1")
public record SlaPromised(
        String ticketId,
        int cycle,
        Priority priority,
        SlaPromise promise,
        PromiseCause cause,
        String changedBy,
        Instant occurredAt)
        implements TicketEvent {}
