package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TEAM_EMPTY;
import static dev.callout.api.RefusalCode.TICKET_NOT_ACCEPTED;
import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;

import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketReturnedToQueue;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which step the work on a ticket can take where it stands, and what happens then; no event means that it is no news. */
record WorkSteps(Standing ticket) {

    List<TicketEvent> assign(AssignTicket command, Staff staff, Instant now) {
        ticket.refuseUnlessOpen("assigned");
        refuseWhen(
                command.technicianId() == null && command.teamId() == null,
                INVALID_VALUE,
                "Name a technician, a team, or both.");
        var same = Objects.equals(command.technicianId(), work().technicianId())
                && Objects.equals(command.teamId(), work().teamId());
        if (same && work().status() != REOPENED) {
            return List.of();
        }
        refuseUnlessTheyCanWork(command.technicianId(), command.teamId(), staff);
        return List.of(
                new TicketAssigned(id(), contactId(), command.technicianId(), command.teamId(), command.reason(), now));
    }

    private static void refuseUnlessTheyCanWork(String technicianId, String teamId, Staff staff) {
        if (technicianId != null) {
            refuseWhen(
                    !staff.canWork(technicianId),
                    REFERENCE_NOT_FOUND,
                    "There is no technician " + technicianId + " here who is active and can sign in.");
        } else {
            refuseWhen(
                    !staff.canWorkAsTeam(teamId),
                    TEAM_EMPTY,
                    "Team " + teamId + " has no active technician; add one to the team, or name a technician.");
        }
    }

    /** Work that is not open, or that somebody else has by now, stays where it is. */
    List<TicketEvent> returnToQueue(ReturnToQueue command, Staff staff, Instant now) {
        var hasIt = command.technicianId() != null
                ? command.technicianId().equals(work().technicianId())
                : work().technicianId() == null && Objects.equals(command.teamId(), work().teamId());
        return hasIt && work().status().isOpen() ? List.of(returned(command.cause(), staff, now)) : List.of();
    }

    /** What was reopened or restored may belong to somebody who has left. */
    List<TicketEvent> returnWhenNobodyCanWork(Staff staff, Instant now) {
        return Optional.ofNullable(work().technicianId())
                .flatMap(staff::absence)
                .map(cause -> List.<TicketEvent>of(returned(cause, staff, now)))
                .orElse(List.of());
    }

    private TicketReturnedToQueue returned(ReturnCause cause, Staff staff, Instant now) {
        var team = Optional.ofNullable(work().teamId())
                .filter(staff::canWorkAsTeam)
                .orElse(null);
        return new TicketReturnedToQueue(id(), work().technicianId(), team, cause, now);
    }

    List<TicketEvent> accept(AcceptTicket command, Instant now) {
        if (work().status() != REOPENED) { // it came back to whom had it
            ticket.refuseUnless(ASSIGNED, "accepted");
        }
        var technicianId = command.technicianId() == null ? work().technicianId() : command.technicianId();
        var forTheTeam = work().technicianId() == null
                && work().teamId() != null
                && command.teamIds().contains(work().teamId());
        refuseWhen(
                technicianId == null || !(technicianId.equals(work().technicianId()) || forTheTeam),
                NOT_ASSIGNED_TO_YOU,
                "Ticket " + ticket.facts().number() + " is not assigned to you.");
        return work().accepted() ? List.of() : List.of(new TicketAccepted(id(), technicianId, now));
    }

    List<TicketEvent> start(StartWork command, Instant now) {
        ticket.refuseUnless(ASSIGNED, "started");
        ticket.refuseUnlessAssignedTo(command.technicianId());
        refuseWhen(
                !work().accepted(),
                TICKET_NOT_ACCEPTED,
                "Ticket " + ticket.facts().number() + " must be accepted before work on it can start.");
        return List.of(new WorkStarted(id(), work().technicianId(), now));
    }

    List<TicketEvent> pause(PauseWork command, Instant now) {
        ticket.refuseUnless(IN_PROGRESS, "paused");
        ticket.refuseUnlessAssignedTo(command.technicianId());
        refuseWhen(
                command.resumeAt() != null && !command.resumeAt().isAfter(now),
                INVALID_VALUE,
                "Work can only go on after it was paused.");
        return List.of(
                new WorkPaused(id(), command.waitingFor(), contactId(), command.reason(), command.resumeAt(), now));
    }

    List<TicketEvent> resume(ResumeWork command, Instant now) {
        ticket.refuseUnlessPending("resumed");
        ticket.refuseUnlessAssignedTo(command.technicianId());
        return List.of(new WorkResumed(id(), ResumeCause.TECHNICIAN, now));
    }

    /** As of the date, whenever somebody gets to it. */
    List<TicketEvent> resumeWhenDue(Instant now, Instant lastStepAt) {
        ticket.refuseUnlessPending("resumed");
        refuseWhen(
                work().resumeAt() == null || now.isBefore(work().resumeAt()),
                STEP_NOT_POSSIBLE,
                "The date on which ticket " + ticket.facts().number() + " goes on is not reached.");
        return List.of(new WorkResumed(id(), ResumeCause.DATE_REACHED, StepTimes.later(work().resumeAt(), lastStepAt)));
    }

    List<TicketEvent> resolve(ResolveTicket command, Instant now) {
        ticket.refuseUnless(IN_PROGRESS, "resolved");
        ticket.refuseUnlessAssignedTo(command.technicianId());
        var firstResponse = work().respondedAt() == null;
        return List.of(
                new TicketResolved(id(), work().technicianId(), contactId(), command.workDone(), firstResponse, now));
    }

    List<TicketEvent> confirm(ConfirmResolution command, Instant now) {
        ticket.refuseUnlessResolved("confirmed");
        return List.of(new ResolutionConfirmed(id(), command.confirmedBy(), contactId(), command.comment(), now));
    }

    List<TicketEvent> lapse(Instant now, Instant resolvedSince, TicketPolicy policy) {
        ticket.refuseUnlessResolved("closed by itself");
        refuseWhen(
                !policy.isUnconfirmed(resolvedSince, now),
                STEP_NOT_POSSIBLE,
                "The customer still has time to confirm or reject the resolution of ticket "
                        + ticket.facts().number() + ".");
        return List.of(new ConfirmationLapsed(id(), now));
    }

    List<TicketEvent> reopen(String reopenedBy, String reason, Instant now, Instant overSince, TicketPolicy policy) {
        ticket.refuseWhenMerged("reopened");
        refuseWhen(
                work().status() != RESOLVED && work().status() != CLOSED,
                TICKET_NOT_RESOLVED,
                ticket.cannotBe("reopened"));
        ticket.refuseWhenTooLateToReopen(now, overSince, policy);
        var resolvedBy = work().resolvedAt() == null ? null : work().resolvedBy(); // a cycle may end without resolution
        return List.of(new TicketReopened(id(), work().cycle() + 1, reopenedBy, contactId(), reason, resolvedBy, now));
    }

    List<TicketEvent> close(CloseAdministratively command, Instant now) {
        ticket.refuseWhenOver("closed");
        return List.of(new TicketClosedAdministratively(
                id(), contactId(), command.reason(), work().status() != RESOLVED, now));
    }

    List<TicketEvent> cancel(CancelTicket command, Instant now) {
        ticket.refuseWhenOver("cancelled");
        return List.of(
                new TicketCancelled(id(), contactId(), command.cause(), command.note(), now),
                new TicketArchived(id(), now));
    }

    List<TicketEvent> archive(Instant now) {
        refuseWhen(!work().status().isOver(), STEP_NOT_POSSIBLE, ticket.cannotBe("archived"));
        return work().archived() ? List.of() : List.of(new TicketArchived(id(), now));
    }

    List<TicketEvent> weigh(ChangePriority command, Instant now) {
        ticket.refuseWhenOver("given another priority");
        return command.priority() == work().priority()
                ? List.of()
                : List.of(new PriorityChanged(
                        id(), contactId(), command.priority(), command.changedBy(), command.reason(), now));
    }

    List<TicketEvent> escalate(EscalateTicket command, Staff staff, Instant now) {
        ticket.refuseUnlessOpen("escalated");
        refuseWhen(
                command.toAccountId() == null && command.toTeamId() == null,
                INVALID_VALUE,
                "Name a person, a team, or both.");
        refuseWhen(
                command.toAccountId() != null && !staff.canHelp(command.toAccountId()),
                REFERENCE_NOT_FOUND,
                "There is no member of staff " + command.toAccountId()
                        + " here who is active, can sign in and may write on tickets.");
        refuseWhen(
                command.toTeamId() != null && !staff.canHelpAsTeam(command.toTeamId()),
                TEAM_EMPTY,
                "Team " + command.toTeamId() + " has nobody who could help; add a member, or name a person.");
        return List.of(new TicketEscalated(
                id(),
                contactId(),
                command.escalatedBy(),
                command.toAccountId(),
                command.toTeamId(),
                command.reason(),
                now));
    }

    private String id() {
        return ticket.ticketId();
    }

    private WorkState work() {
        return ticket.work();
    }

    private String contactId() {
        return ticket.facts().contactId();
    }
}
