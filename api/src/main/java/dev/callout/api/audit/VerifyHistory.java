package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;

import dev.callout.api.identity.AllowedTo;
import java.util.List;

/**
 * Begins to compare every stored event with what was sealed; refused while that is under way.
 *
 * @param published checkpoints from where the company cannot rewrite them
 */
@AllowedTo(AUDITOR)
public record VerifyHistory(List<Checkpoint> published) {
    public VerifyHistory {
        published = published == null ? List.of() : List.copyOf(published);
    }
}
