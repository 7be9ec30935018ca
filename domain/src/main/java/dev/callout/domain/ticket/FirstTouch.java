package dev.callout.domain.ticket;

import static dev.callout.api.ticket.AuthorKind.STAFF;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When the customer first reached us and a person first answered.
 *
 * @param contactAt the earliest contact, that of absorbed duplicates included
 * @param ownContactAt when this ticket was raised
 * @param ownResponseAt the first answer on this ticket, whether or not a duplicate was answered before
 * @param duplicateIds the tickets that live on in this one
 * @param viaResponses the first answer that was sent by way of each duplicate
 */
record FirstTouch(
        Instant contactAt,
        Instant ownContactAt,
        Instant ownResponseAt,
        Set<String> duplicateIds,
        Map<String, Instant> viaResponses) {

    /** In the same order, however the set was made: a ticket loaded from its snapshot remembers the very same. */
    FirstTouch {
        duplicateIds = new TreeSet<>(duplicateIds);
        viaResponses = viaResponses == null ? new TreeMap<>() : new TreeMap<>(viaResponses);
    }

    static FirstTouch of(TicketRaised event) {
        return new FirstTouch(event.occurredAt(), event.occurredAt(), null, Set.of(), Map.of());
    }

    /** With the work as it stood before the event. */
    FirstTouch after(TicketEvent event, WorkState work) {
        var answeredBefore = work.respondedAt() != null;
        if (event instanceof CommentAdded e) {
            return e.viaTicketId() != null && e.authorKind() == STAFF
                    ? answeredVia(e.viaTicketId(), e.occurredAt())
                    : answered(e.firstResponse(), answeredBefore && e.authorKind() == STAFF, e.occurredAt());
        }
        if (event instanceof TicketResolved e) {
            return answered(e.firstResponse(), answeredBefore, e.occurredAt());
        }
        if (event instanceof DuplicateAbsorbed e) {
            return new FirstTouch(e.firstContactAt(), ownContactAt, ownResponseAt, with(e.duplicateId()), viaResponses);
        }
        if (event instanceof DuplicateReleased e) {
            return new FirstTouch(
                    e.firstContactAt(), ownContactAt, ownResponseAt, without(e.duplicateId()), viaResponses);
        }
        if (event instanceof BulkChangeUndone e && e.restored().respondedAt() == null) {
            return new FirstTouch(contactAt, ownContactAt, null, duplicateIds, viaResponses);
        }
        return this;
    }

    private FirstTouch answered(boolean first, boolean again, Instant at) {
        return first || again && ownResponseAt == null
                ? new FirstTouch(contactAt, ownContactAt, at, duplicateIds, viaResponses)
                : this;
    }

    private FirstTouch answeredVia(String viaTicketId, Instant at) {
        var responses = new TreeMap<>(viaResponses);
        responses.putIfAbsent(viaTicketId, at);
        return new FirstTouch(contactAt, ownContactAt, ownResponseAt, duplicateIds, responses);
    }

    private Set<String> with(String duplicateId) {
        var more = new TreeSet<>(duplicateIds);
        more.add(duplicateId);
        return more;
    }

    /** Those that stay when one goes. */
    Set<String> without(String duplicateId) {
        var fewer = new TreeSet<>(duplicateIds);
        fewer.remove(duplicateId);
        return fewer;
    }
}
