package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer did not answer in time; the resolved ticket closed by itself. */
@Revision("1")
public record ConfirmationLapsed(String ticketId, Instant occurredAt) implements TicketEvent {}
