package dev.callout.command.order;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The part of an order that stands in the request's head; the body makes it whole.
 *
 * @param path the method, the address and its parameters
 * @param key what fingerprints are keyed with, so that nobody guesses a password in a body from the hash; null for orders
 *     of our own
 */
public record OrderHead(UUID commandId, String path, Actor actor, Long expectedVersion, byte[] key) {

    /** For an order that the product itself gives, without secrets. */
    public OrderHead(UUID commandId, String path, Actor actor, Long expectedVersion) {
        this(commandId, path, actor, expectedVersion, null);
    }

    /** The order to do what the body says. */
    public Order with(Object body) {
        return new Order(commandId, Fingerprint.of(key, actor.accountId(), path, body), actor, expectedVersion);
    }

    /** An order of its own that always goes with this one, such as the customer registered with its first ticket. */
    public OrderHead part(String name) {
        var id = UUID.nameUUIDFromBytes((commandId + "/" + name).getBytes(StandardCharsets.UTF_8));
        return new OrderHead(id, path, actor, null, key);
    }

    /** An id that is the same whenever the same order comes again. */
    public String newId(String prefix) {
        return IdempotencyKey.newId(commandId, prefix);
    }
}
