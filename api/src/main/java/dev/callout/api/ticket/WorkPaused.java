package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The work waits for somebody else; {@code resumeAt} is when it goes on by itself, if known. */
@Revision("1")
public record WorkPaused(
        String ticketId,
        WaitingFor waitingFor,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String reason,

        Instant resumeAt,
        Instant occurredAt)
        implements TicketEvent {}
