package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Another ticket lives on in this one; first contact and first response are the earlier ones of the two. */
@Revision("1")
public record DuplicateAbsorbed(
        String ticketId,
        String duplicateId,
        String duplicateNumber,
        boolean acrossCustomers,
        Instant firstContactAt,
        Instant firstResponseAt)
        implements TicketEvent {}
