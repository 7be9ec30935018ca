package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;
import static dev.callout.api.RefusalCode.SECOND_PERSON_REQUIRED;
import static dev.callout.api.RefusalCode.SLA_NOT_DISPUTED;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;

import dev.callout.api.CommandRefused;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaDispute;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.CustomerDelayAgreed;
import dev.callout.api.ticket.CustomerDelayEnded;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people may do to the promises of a ticket: what follows from an order, or why it is refused. */
record PromiseSteps(Standing ticket, Promises promises) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(366);
    private static final int LONGEST_REASON = 1000;

    List<TicketEvent> retarget(RetargetSla command, SlaChoice choice, SlaBook book, Instant now) {
        ticket.refuseUnlessOpen("given other promises");
        var facts = ticket.facts();
        var chosen = command.policyId() == null
                ? choice.choose(facts.customerId(), ticket.work().priority(), facts.category())
                : choice.newest(command.policyId());
        refuseWhen(chosen.isEmpty(), REFERENCE_NOT_FOUND, "There is no such policy for this ticket.");
        return promises.areUnder(chosen.get())
                ? List.of()
                : List.of(promises.promised(
                        ticket.ticketId(), chosen.get(), PromiseCause.RETARGETED, command.changedBy(), now, book));
    }

    /** Whoever reported what would undo a breach does not decide whether it does. A decision may be put right. */
    List<TicketEvent> decide(DecideSlaDispute command, Instant now) {
        refuseWhen(
                command.reason() == null
                        || command.reason().isBlank()
                        || command.reason().length() > LONGEST_REASON,
                INVALID_VALUE,
                "Give a reason of up to 1,000 characters.");
        var breach = promises.course()
                .breach(command.clock(), command.cycle())
                .filter(recorded -> recorded.dispute() != null)
                .orElseThrow(() -> new CommandRefused(
                        SLA_NOT_DISPUTED,
                        "No late report disputes a breach of that target of ticket "
                                + ticket.facts().number() + "."));
        refuseWhen(
                command.decidedBy().equals(breach.disputedBy()),
                SECOND_PERSON_REQUIRED,
                "Somebody else has to decide: the report that disputes the breach is yours.");
        var decided = command.accepted() ? SlaDispute.ACCEPTED : SlaDispute.REJECTED;
        return breach.dispute() == decided
                ? List.of()
                : List.of(new SlaDisputeDecided(
                        ticket.ticketId(),
                        command.clock(),
                        command.cycle(),
                        command.accepted(),
                        command.decidedBy(),
                        ticket.facts().contactId(),
                        command.reason(),
                        now));
    }

    List<TicketEvent> delay(AgreeOnDelay command, Instant now) {
        ticket.refuseUnlessOpen("delayed");
        refuseWhen(!command.until().isAfter(now), INVALID_VALUE, "The delay has to end after it begins.");
        refuseWhen(
                command.until().isAfter(now.plus(LONGEST_DELAY)),
                INVALID_VALUE,
                "A delay lasts a year at the longest.");
        return List.of(new CustomerDelayAgreed(
                ticket.ticketId(),
                ticket.facts().contactId(),
                command.reason(),
                command.until(),
                command.agreedBy(),
                now));
    }

    List<TicketEvent> endDelay(EndDelay command, Instant now) {
        ticket.refuseUnlessOpen("taken up again");
        refuseWhen(!promises.areDelayedAt(now), STEP_NOT_POSSIBLE, "No delay was agreed on that goes on now.");
        return List.of(new CustomerDelayEnded(ticket.ticketId(), command.endedBy(), now));
    }

    List<TicketEvent> promiseVisit(PromiseVisit command, SlaBook book, Instant now) {
        ticket.refuseUnlessOpen("promised a visit");
        return promises.course().visitPromisedAt() == null
                ? List.of(promises.visit(ticket.ticketId(), command.promisedBy(), now, book))
                : List.of();
    }

    List<TicketEvent> arrive(RecordArrival command, Instant now) {
        ticket.refuseUnlessOpen("visited");
        ticket.refuseUnlessAssignedTo(command.technicianId());
        refuseWhen(
                ticket.work().technicianId() == null,
                STEP_NOT_POSSIBLE,
                "Nobody is assigned to ticket " + ticket.facts().number() + " who could have arrived.");
        return promises.course().arrivedAt() == null
                ? List.of(new TechnicianArrived(ticket.ticketId(), ticket.work().technicianId(), now))
                : List.of();
    }
}
