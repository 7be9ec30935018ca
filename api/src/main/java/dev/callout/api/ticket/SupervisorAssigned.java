package dev.callout.api.ticket;

import dev.callout.api.sla.SlaClock;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A promise was broken, and its policy gives the ticket to the supervisor then; nobody did it. The team stays. */
@Revision("1")
public record SupervisorAssigned(
        String ticketId, SlaClock clock, int cycle, String supervisorId, String formerTechnicianId, Instant occurredAt)
        implements TicketEvent {}
