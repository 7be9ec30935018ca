package dev.callout.api.identity;

import dev.callout.api.PersonErased;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The person behind an account was erased: names are gone, and nobody signs in with it any more. */
@Revision("1")
public record AccountErased(String accountId) implements AccountEvent, PersonErased {

    @Override
    public List<String> erased() {
        return List.of(accountId);
    }
}
