package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Who had the ticket can't work on it any more, so it waits to be assigned; {@code teamId} is the team that keeps it. */
@Revision("1")
public record TicketReturnedToQueue(
        String ticketId, String formerTechnicianId, String teamId, ReturnCause cause, Instant occurredAt)
        implements TicketEvent {}
