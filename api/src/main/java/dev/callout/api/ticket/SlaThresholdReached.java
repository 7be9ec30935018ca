package dev.callout.api.ticket;

import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.SlaClock;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * So much of the time of a clock is used, once for each cycle. Told to nobody when {@code recipients} is empty: of
 * several that are found passed at once only the last one is told, and no warning after a breach.
 */
@Revision("1")
public record SlaThresholdReached(
        String ticketId,
        SlaClock clock,
        int cycle,
        int percent,
        Instant dueAt,
        boolean byRetarget,
        String policyId,
        int policyVersion,
        EscalationAction action,
        List<EscalationRecipient> recipients,
        String technicianId,
        Instant occurredAt)
        implements TicketEvent {}
