package dev.callout.domain.ticket;

import dev.callout.api.ticket.RaiseTicket;

/** A new ticket for the problem of an earlier one. */
record FollowUp(Standing earlier) {

    /** What the new ticket leaves out is as it is on the earlier one. */
    RaiseTicket completed(RaiseTicket c) {
        var facts = earlier.facts();
        var priority = earlier.work().priority();
        return new RaiseTicket(
                c.ticketId(),
                c.number(),
                c.customerId(),
                c.contactId(),
                either(c.siteId(), facts.siteId()),
                c.raisedBy(),
                either(c.title(), "Follow-up of " + facts.number()),
                c.description(),
                either(c.type(), facts.type()),
                either(c.category(), facts.category()),
                c.category() == null ? facts.subCategory() : c.subCategory(),
                either(c.requestedPriority(), priority),
                either(c.priority(), priority),
                c.channel(),
                either(c.product(), facts.product()),
                c.product() == null ? either(c.serialNumber(), facts.serialNumber()) : c.serialNumber(),
                c.language(),
                earlier.ticketId(),
                c.occurredAt());
    }

    private static <T> T either(T given, T earlier) {
        return given == null ? earlier : given;
    }
}
