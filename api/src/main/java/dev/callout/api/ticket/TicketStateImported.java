package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Another help desk says that the ticket stood so; taken over as it is, since no step of ours leads there. */
@Revision("1")
public record TicketStateImported(
        String ticketId,
        String source,
        String sourceReference,
        long sourceLine,
        String sourceState,
        String reason,
        String contactId,
        @Personal({"contactId", "ticketId"}) String workDone,
        WorkState state,
        Instant occurredAt)
        implements TicketEvent {}
