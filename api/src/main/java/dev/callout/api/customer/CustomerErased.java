package dev.callout.api.customer;

import dev.callout.api.PersonErased;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A private customer was erased as a person, contacts and sites included; only ids are left. */
@Revision("1")
public record CustomerErased(String customerId) implements CustomerEvent, PersonErased {

    @Override
    public List<String> erased() {
        return List.of(customerId);
    }
}
