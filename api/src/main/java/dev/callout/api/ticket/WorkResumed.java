package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The work goes on after a pause. */
@Revision("1")
public record WorkResumed(String ticketId, ResumeCause cause, Instant occurredAt) implements TicketEvent {}
