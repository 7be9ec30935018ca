package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A ticket that lived on in this one stands alone again; first contact and first response are the earlier ones of the rest. */
@Revision("1")
public record DuplicateReleased(
        String ticketId, String duplicateId, String duplicateNumber, Instant firstContactAt, Instant firstResponseAt)
        implements TicketEvent {}
