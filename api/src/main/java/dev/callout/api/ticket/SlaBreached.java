package dev.callout.api.ticket;

import dev.callout.api.sla.SlaClock;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A promise is broken, once for each clock and cycle; {@code byRetarget} when new terms broke it. */
@Revision("1")
public record SlaBreached(
        String ticketId,
        SlaClock clock,
        int cycle,
        Instant dueAt,
        boolean byRetarget,
        String policyId,
        int policyVersion,
        String technicianId,
        String teamId,
        Instant occurredAt)
        implements TicketEvent {}
