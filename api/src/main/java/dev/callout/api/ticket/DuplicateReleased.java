package dev.callout.api.ticket;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A ticket that lived on in this one stands alone again; first contact and first response are the earlier ones of the
 * rest. {@code handedBackIds} names the comments, notes and files that were sent to it meanwhile and went back with it.
 */
@Revision("2")
public record DuplicateReleased(
        String ticketId,
        String duplicateId,
        String duplicateNumber,
        Instant firstContactAt,
        Instant firstResponseAt,
        List<String> handedBackIds)
        implements TicketEvent {

    public DuplicateReleased {
        handedBackIds = handedBackIds == null ? List.of() : handedBackIds;
    }
}
