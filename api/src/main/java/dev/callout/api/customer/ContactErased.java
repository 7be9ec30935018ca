package dev.callout.api.customer;

import dev.callout.api.PersonErased;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A contact was erased as a person; only the id is left. */
@Revision("1")
public record ContactErased(String customerId, String contactId) implements CustomerEvent, PersonErased {

    @Override
    public List<String> erased() {
        return List.of(contactId);
    }
}
