package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;

import dev.callout.api.identity.AllowedTo;
import java.util.List;

/**
 * Begins to compare every stored event with what was sealed; refused while that is under way.
 *
 * @param published checkpoints from where the company cannot rewrite them
 * @param newestSealed how far the history was sealed when it was published, if that is known
 */
@AllowedTo(AUDITOR)
public record VerifyHistory(List<Checkpoint> published, NewestSealed newestSealed) {
    public VerifyHistory {
        published = published == null ? List.of() : List.copyOf(published);
    }
}
