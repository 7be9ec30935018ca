package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TICKET_CLOSED;
import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;

import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;

/** Where a ticket stands when an order comes, and the common ways to say no. */
record Standing(String ticketId, TicketFacts facts, WorkState work) {

    void refuseUnless(TicketStatus status, String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status() != status, work.status().isOver() ? TICKET_CLOSED : STEP_NOT_POSSIBLE, cannotBe(done));
    }

    void refuseUnlessOpen(String done) {
        refuseWhenOver(done);
        refuseWhen(!work.status().isOpen(), STEP_NOT_POSSIBLE, cannotBe(done));
    }

    void refuseUnlessPending(String done) {
        refuseWhenOver(done);
        refuseWhen(!work.status().isPending(), STEP_NOT_POSSIBLE, cannotBe(done));
    }

    void refuseUnlessResolved(String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status() != RESOLVED, TICKET_NOT_RESOLVED, cannotBe(done));
    }

    void refuseWhenOver(String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status().isOver(), TICKET_CLOSED, cannotBe(done));
    }

    void refuseWhenMerged(String done) {
        refuseWhen(
                work.isMerged(),
                TICKET_MERGED,
                "Ticket " + facts.number() + " is merged into another one and can't be " + done + ".");
    }

    /** No technician means an administrator or the product itself, who act in the name of the assigned one. */
    void refuseUnlessAssignedTo(String technicianId) {
        refuseWhen(
                technicianId != null && !technicianId.equals(work.technicianId()),
                NOT_ASSIGNED_TO_YOU,
                "Ticket " + facts.number() + " is not assigned to you.");
    }

    void refuseWhenTooLateToReopen(Instant now, Instant overSince, TicketPolicy policy) {
        refuseWhen(
                !policy.mayReopen(overSince, now),
                REOPEN_WINDOW_PASSED,
                "Ticket " + facts.number() + " was closed too long ago to be reopened; raise a follow-up.");
    }

    String cannotBe(String done) {
        return "Ticket " + facts.number() + " is " + work.status() + " and can't be " + done + ".";
    }
}
