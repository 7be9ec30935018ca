package dev.callout.api.ticket;

import dev.callout.api.PersonErased;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A person the ticket tells of was erased: what they said reads "erased", and they are no longer its contact. */
@Revision("1")
public record PersonErasedFromTicket(String ticketId, String erasureId, List<String> erased)
        implements TicketEvent, PersonErased {

    /** Whether a contact, which may be none, is among those who were erased. */
    public boolean isOf(String contactId) {
        return contactId != null && erased.contains(contactId);
    }
}
