package dev.callout.api.audit;

import dev.callout.api.identity.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Which events the audit trail shows; what is null or empty does not narrow.
 *
 * @param events names of events, such as {@code TicketRaised}
 * @param ticket a ticket's id or number
 * @param correlationId the message that directly led to the event
 * @param traceId the message that the whole story began with
 * @param recordedFrom this moment is in, the one in {@code recordedTo} is out
 */
public record AuditFilter(
        String actor,
        Role role,
        String channel,
        Set<String> events,
        String aggregateId,
        String ticket,
        String commandId,
        String correlationId,
        String traceId,
        Instant recordedFrom,
        Instant recordedTo,
        Instant occurredFrom,
        Instant occurredTo) {}
