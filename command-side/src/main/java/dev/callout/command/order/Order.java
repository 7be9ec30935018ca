package dev.callout.command.order;

import dev.callout.api.identity.Actor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One request to change something, as it came in.
 *
 * @param commandId the sender's own id of the request; the same id is done once
 * @param requestHash what was asked, so that an id used for something else is noticed
 * @param expectedVersion the version the sender saw, or null if any will do
 */
public record Order(UUID commandId, byte[] requestHash, Actor actor, Long expectedVersion) {

    /** An order of its own that always goes with this one, such as the invitation to an account just opened. */
    public Order part(String name) {
        var id = UUID.nameUUIDFromBytes((commandId + "/" + name).getBytes(StandardCharsets.UTF_8));
        return new Order(id, requestHash, actor, null);
    }
}
