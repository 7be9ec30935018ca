package dev.callout.command.order;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** The part of an order that stands in the request's head; the body makes it whole. */
public record OrderHead(UUID commandId, String path, Actor actor, Long expectedVersion) {

    /** The order to do what the body says. A record's text names all its values, so it tells two bodies apart. */
    public Order with(Object body) {
        return new Order(
                commandId, DigestUtils.sha256(actor.accountId() + "\n" + path + "\n" + body), actor, expectedVersion);
    }

    /** An order of its own that always goes with this one, such as the customer registered with its first ticket. */
    public OrderHead part(String name) {
        var id = UUID.nameUUIDFromBytes((commandId + "/" + name).getBytes(StandardCharsets.UTF_8));
        return new OrderHead(id, path, actor, null);
    }

    /** An id that is the same whenever the same order comes again. */
    public String newId(String prefix) {
        return IdempotencyKey.newId(commandId, prefix);
    }
}
