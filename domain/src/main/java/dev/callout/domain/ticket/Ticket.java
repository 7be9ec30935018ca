package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.CHANGED_SINCE;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.LINK_TO_ITSELF;
import static dev.callout.api.RefusalCode.MERGE_ACROSS_CUSTOMERS;
import static dev.callout.api.RefusalCode.MERGE_INTO_ITSELF;
import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.RefusalCode.TICKET_CLOSED;
import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.RefusalCode.TICKET_NOT_ACCEPTED;
import static dev.callout.api.RefusalCode.TICKET_NOT_MERGED;
import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.CommandRefused;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One customer problem, from the first call to the signed-off repair: who works on it, and what was said and done. */
@Aggregate(snapshotTriggerDefinition = "snapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Ticket {

    /** What the last bulk operation did to this ticket, as long as nobody touched it since. */
    record BulkChange(String operationId, WorkState before, long version) {}

    private @AggregateIdentifier String ticketId;
    private TicketFacts facts;
    private WorkState work;
    private Instant ownFirstResponseAt;
    private Instant firstContactAt;
    private Instant ownFirstContactAt;
    private boolean mergedAcrossCustomers;
    private WorkState beforeMerge;
    private Set<String> links = new HashSet<>();
    private Set<String> watchers = new HashSet<>();
    private long importedUpToLine;
    private BulkChange lastBulkChange;
    private String lastEvent;

    /** Each command is answered with the version it led to. */
    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    // --- the way of the work

    @CommandHandler
    Ticket(RaiseTicket command, Clock clock) {
        apply(new TicketRaised(
                command.ticketId(),
                command.number(),
                command.customerId(),
                command.contactId(),
                command.siteId(),
                command.raisedBy(),
                command.title(),
                command.description(),
                command.type(),
                command.category(),
                command.subCategory(),
                command.requestedPriority(),
                command.priority(),
                command.channel(),
                command.product(),
                command.serialNumber(),
                command.language(),
                command.followUpOf(),
                at(command.occurredAt(), clock)));
    }

    @EventSourcingHandler
    void on(TicketRaised event) {
        ticketId = event.ticketId();
        facts = TicketFacts.of(event);
        work = WorkState.after(null, event);
        firstContactAt = event.occurredAt();
        ownFirstContactAt = event.occurredAt();
        lastEvent = name(event);
    }

    /** The work goes its way by {@link WorkState}; only what else a ticket must remember has a handler of its own. */
    @EventSourcingHandler
    void on(TicketEvent event) {
        facts = facts.after(event);
        work = WorkState.after(work, event);
        lastEvent = name(event);
    }

    @CommandHandler
    void handle(AssignTicket command, Clock clock) {
        refuseUnlessOpen("assigned");
        refuseWhen(
                command.technicianId() == null && command.teamId() == null,
                INVALID_VALUE,
                "Name a technician, a team, or both.");
        if (!Objects.equals(command.technicianId(), work.technicianId())
                || !Objects.equals(command.teamId(), work.teamId())
                || work.status() == REOPENED) { // the same order twice is no news
            apply(new TicketAssigned(
                    ticketId,
                    command.technicianId(),
                    command.teamId(),
                    command.reason(),
                    at(command.occurredAt(), clock)));
        }
    }

    @CommandHandler
    void handle(AcceptTicket command, Clock clock) {
        refuseUnless(ASSIGNED, "accepted");
        var technicianId = command.technicianId() == null ? work.technicianId() : command.technicianId();
        var forTheTeam = work.technicianId() == null
                && work.teamId() != null
                && command.teamIds().contains(work.teamId());
        refuseWhen(
                technicianId == null || !(technicianId.equals(work.technicianId()) || forTheTeam),
                NOT_ASSIGNED_TO_YOU,
                "Ticket " + facts.number() + " is not assigned to you.");
        if (!work.accepted()) {
            apply(new TicketAccepted(ticketId, technicianId, at(command.occurredAt(), clock)));
        }
    }

    @CommandHandler
    void handle(StartWork command, Clock clock) {
        refuseUnless(ASSIGNED, "started");
        refuseUnlessAssignedTo(command.technicianId());
        refuseWhen(
                !work.accepted(),
                TICKET_NOT_ACCEPTED,
                "Ticket " + facts.number() + " must be accepted before work on it can start.");
        apply(new WorkStarted(ticketId, work.technicianId(), at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(PauseWork command, Clock clock) {
        refuseUnless(IN_PROGRESS, "paused");
        refuseUnlessAssignedTo(command.technicianId());
        var now = at(command.occurredAt(), clock);
        refuseWhen(
                command.resumeAt() != null && !command.resumeAt().isAfter(now),
                INVALID_VALUE,
                "Work can only go on after it was paused.");
        apply(new WorkPaused(
                ticketId, command.waitingFor(), facts.contactId(), command.reason(), command.resumeAt(), now));
    }

    @CommandHandler
    void handle(ResumeWork command, Clock clock) {
        refuseUnlessPending("resumed");
        var now = at(command.occurredAt(), clock);
        if (command.technicianId() != null) {
            refuseUnlessAssignedTo(command.technicianId());
            apply(new WorkResumed(ticketId, ResumeCause.TECHNICIAN, now));
        } else {
            refuseWhen(
                    work.resumeAt() == null || now.isBefore(work.resumeAt()),
                    STEP_NOT_POSSIBLE,
                    "The date on which ticket " + facts.number() + " goes on is not reached.");
            apply(new WorkResumed(ticketId, ResumeCause.DATE_REACHED, now));
        }
    }

    @CommandHandler
    void handle(ResolveTicket command, Clock clock) {
        refuseUnless(IN_PROGRESS, "resolved");
        refuseUnlessAssignedTo(command.technicianId());
        apply(new TicketResolved(
                ticketId,
                work.technicianId(),
                facts.contactId(),
                command.workDone(),
                work.respondedAt() == null,
                at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(ConfirmResolution command, Clock clock) {
        refuseUnlessResolved("confirmed");
        apply(new ResolutionConfirmed(
                ticketId,
                command.confirmedBy(),
                facts.contactId(),
                command.comment(),
                at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(CloseUnconfirmed command, Clock clock) {
        refuseUnlessResolved("closed by itself");
        apply(new ConfirmationLapsed(ticketId, at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(ReopenTicket command, Clock clock, TicketPolicy policy) {
        refuseWhenMerged("reopened");
        reopen(command.reopenedBy(), command.reason(), at(command.occurredAt(), clock), policy);
    }

    @CommandHandler
    void handle(CloseAdministratively command, Clock clock) {
        refuseWhenMerged("closed");
        refuseWhen(work.status().isOver(), TICKET_CLOSED, cannotBe("closed"));
        apply(new TicketClosedAdministratively(
                ticketId, command.reason(), work.status() != RESOLVED, at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(CancelTicket command, Clock clock) {
        refuseWhenMerged("cancelled");
        refuseWhen(work.status().isOver(), TICKET_CLOSED, cannotBe("cancelled"));
        var now = at(command.occurredAt(), clock);
        apply(new TicketCancelled(ticketId, command.cause(), command.note(), now));
        apply(new TicketArchived(ticketId, now));
    }

    @CommandHandler
    void handle(ArchiveTicket command, Clock clock) {
        refuseWhen(!work.status().isOver(), STEP_NOT_POSSIBLE, cannotBe("archived"));
        if (!work.archived()) {
            apply(new TicketArchived(ticketId, clock.instant()));
        }
    }

    // --- what the ticket is about

    @CommandHandler
    void handle(ChangePriority command, Clock clock) {
        refuseWhenMerged("given another priority");
        refuseWhen(work.status().isOver(), TICKET_CLOSED, cannotBe("given another priority"));
        if (command.priority() != work.priority()) {
            apply(new PriorityChanged(
                    ticketId,
                    command.priority(),
                    command.changedBy(),
                    command.reason(),
                    at(command.occurredAt(), clock)));
        }
    }

    @CommandHandler
    void handle(CorrectTicket command) {
        refuseWhenMerged("corrected");
        facts.corrections(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(EscalateTicket command, Clock clock) {
        refuseUnlessOpen("escalated");
        refuseWhen(
                command.toAccountId() == null && command.toTeamId() == null,
                INVALID_VALUE,
                "Name a person, a team, or both.");
        apply(new TicketEscalated(
                ticketId,
                command.escalatedBy(),
                command.toAccountId(),
                command.toTeamId(),
                command.reason(),
                at(command.occurredAt(), clock)));
    }

    @CommandHandler
    void handle(LinkTicket command) {
        refuseWhen(ticketId.equals(command.otherTicketId()), LINK_TO_ITSELF, "A ticket can't be linked to itself.");
        if (!links.contains(link(command.otherTicketId(), command.kind()))) {
            apply(new TicketLinked(ticketId, command.otherTicketId(), command.kind()));
        }
    }

    @EventSourcingHandler
    void on(TicketLinked event) {
        on((TicketEvent) event);
        links.add(link(event.otherTicketId(), event.kind()));
    }

    @CommandHandler
    void handle(UnlinkTicket command) {
        if (links.contains(link(command.otherTicketId(), command.kind()))) {
            apply(new TicketUnlinked(ticketId, command.otherTicketId(), command.kind()));
        }
    }

    @EventSourcingHandler
    void on(TicketUnlinked event) {
        on((TicketEvent) event);
        links.remove(link(event.otherTicketId(), event.kind()));
    }

    @CommandHandler
    void handle(WatchTicket command) {
        if (!watchers.contains(command.accountId())) {
            apply(new TicketWatched(ticketId, command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TicketWatched event) {
        on((TicketEvent) event);
        watchers.add(event.accountId());
    }

    @CommandHandler
    void handle(UnwatchTicket command) {
        if (watchers.contains(command.accountId())) {
            apply(new TicketUnwatched(ticketId, command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TicketUnwatched event) {
        on((TicketEvent) event);
        watchers.remove(event.accountId());
    }

    // --- what is said

    @CommandHandler
    void handle(AddComment command, Clock clock, TicketPolicy policy, Repository<Ticket> tickets) {
        if (work.isMerged() && !mergedAcrossCustomers) {
            onSurvivor(tickets, survivor -> survivor.handle(via(command), clock, policy, tickets));
            return;
        }
        if (work.isMerged()) { // the other customer must not read it: staff of the surviving ticket does
            comment(command, at(command.occurredAt(), clock));
            if (command.authorKind() == CUSTOMER) {
                onSurvivor(tickets, survivor -> survivor.handle(asNote(command), clock, tickets));
            }
            return;
        }
        if (command.authorKind() == CUSTOMER) {
            refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, cannotBe("answered; report a new problem"));
        }
        var now = at(command.occurredAt(), clock);
        if (command.authorKind() == CUSTOMER && reopens(command)) {
            refuseWhenTooLate(now, policy);
            comment(command, now);
            reopen(command.authorId(), "The customer wrote again.", now, policy);
        } else {
            comment(command, now);
            if (command.authorKind() == CUSTOMER && work.status() == PENDING_CUSTOMER) {
                apply(new WorkResumed(ticketId, ResumeCause.CUSTOMER_REPLIED, now));
            }
        }
    }

    private boolean reopens(AddComment command) {
        return switch (work.status()) {
            case CLOSED -> command.reopen() == null || command.reopen();
            case RESOLVED -> command.reopen() != null && command.reopen();
            default -> false;
        };
    }

    private void comment(AddComment command, Instant now) {
        apply(new CommentAdded(
                ticketId,
                command.commentId(),
                command.authorId(),
                command.authorKind(),
                facts.contactId(),
                command.body(),
                command.authorKind() == STAFF && work.respondedAt() == null,
                command.viaTicketId(),
                now));
    }

    private AddComment via(AddComment c) {
        return new AddComment(
                work.mergedInto(),
                c.commentId(),
                c.authorId(),
                c.authorKind(),
                c.body(),
                c.reopen(),
                first(c.viaTicketId()),
                c.occurredAt());
    }

    /** The ticket that somebody wrote to, however many merges lie behind it. */
    private String first(String viaTicketId) {
        return viaTicketId == null ? ticketId : viaTicketId;
    }

    private AddNote asNote(AddComment c) {
        return new AddNote(
                work.mergedInto(), c.commentId(), c.authorId(), c.body(), first(c.viaTicketId()), c.occurredAt());
    }

    @EventSourcingHandler
    void on(CommentAdded event) {
        answered(event.authorKind() == STAFF && work.respondedAt() != null, event.firstResponse(), event.occurredAt());
        on((TicketEvent) event);
    }

    @EventSourcingHandler
    void on(TicketResolved event) {
        answered(work.respondedAt() != null, event.firstResponse(), event.occurredAt());
        on((TicketEvent) event);
    }

    /** Where a duplicate was answered first, this ticket's own first answer still counts once they part. */
    private void answered(boolean again, boolean firstResponse, Instant at) {
        if (firstResponse || again && ownFirstResponseAt == null) {
            ownFirstResponseAt = at;
        }
    }

    @CommandHandler
    void handle(AddNote command, Clock clock, Repository<Ticket> tickets) {
        if (work.isMerged()) {
            onSurvivor(tickets, survivor -> survivor.handle(via(command), clock, tickets));
        } else {
            apply(new NoteAdded(
                    ticketId,
                    command.noteId(),
                    command.authorId(),
                    facts.contactId(),
                    command.body(),
                    command.viaTicketId(),
                    at(command.occurredAt(), clock)));
        }
    }

    private AddNote via(AddNote c) {
        return new AddNote(
                work.mergedInto(), c.noteId(), c.authorId(), c.body(), first(c.viaTicketId()), c.occurredAt());
    }

    @CommandHandler
    void handle(AttachFile command, Clock clock) {
        refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, cannotBe("added to"));
        apply(new FileAttached(
                ticketId,
                command.attachmentId(),
                command.uploadedBy(),
                command.authorKind(),
                facts.contactId(),
                command.fileName(),
                command.mediaType(),
                command.sizeInBytes(),
                command.sha256(),
                command.internal(),
                at(command.occurredAt(), clock)));
    }

    // --- duplicates

    @CommandHandler
    void handle(MergeTicket command, Clock clock, Repository<Ticket> tickets) {
        refuseWhen(ticketId.equals(command.intoTicketId()), MERGE_INTO_ITSELF, "A ticket can't be merged into itself.");
        refuseWhen(work.isMerged(), TICKET_MERGED, "Ticket " + facts.number() + " is merged already.");
        refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, cannotBe("merged"));
        var now = at(command.occurredAt(), clock);
        var survivor = tickets.load(command.intoTicketId());
        var into = survivor.invoke(other -> {
            other.absorb(this, command.acrossCustomers());
            return other.facts;
        });
        apply(new TicketMerged(
                ticketId,
                command.intoTicketId(),
                into.number(),
                !into.customerId().equals(facts.customerId()),
                command.reason(),
                work,
                now));
    }

    private void absorb(Ticket duplicate, boolean acrossCustomers) {
        refuseWhenMerged("merged into");
        refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, cannotBe("merged into"));
        var foreign = !facts.customerId().equals(duplicate.facts.customerId());
        refuseWhen(
                foreign && !acrossCustomers,
                MERGE_ACROSS_CUSTOMERS,
                "The tickets belong to different customers; a manager has to say that this is meant.");
        apply(new DuplicateAbsorbed(
                ticketId,
                duplicate.ticketId,
                duplicate.facts.number(),
                foreign,
                earlier(firstContactAt, duplicate.firstContactAt),
                earlier(work.respondedAt(), duplicate.work.respondedAt())));
    }

    @EventSourcingHandler
    void on(TicketMerged event) {
        on((TicketEvent) event);
        beforeMerge = event.before();
        mergedAcrossCustomers = event.acrossCustomers();
    }

    @EventSourcingHandler
    void on(DuplicateAbsorbed event) {
        on((TicketEvent) event);
        firstContactAt = event.firstContactAt();
    }

    @CommandHandler
    void handle(UnmergeTicket command, Clock clock, Repository<Ticket> tickets) {
        refuseWhen(
                !work.isMerged(), TICKET_NOT_MERGED, "Ticket " + facts.number() + " is not merged into another one.");
        var from = work.mergedInto();
        onSurvivor(tickets, survivor -> survivor.release(ticketId, facts.number()));
        var restored = beforeMerge.draft();
        restored.respondedAt = work.respondedAt(); // the one thing that may change while merged
        apply(new TicketUnmerged(ticketId, from, command.reason(), restored.sealed(), at(command.occurredAt(), clock)));
    }

    private void release(String duplicateId, String duplicateNumber) {
        apply(new DuplicateReleased(ticketId, duplicateId, duplicateNumber, ownFirstContactAt, ownFirstResponseAt));
    }

    @EventSourcingHandler
    void on(DuplicateReleased event) {
        on((TicketEvent) event);
        firstContactAt = event.firstContactAt();
    }

    // --- many tickets at once, and exact undo

    @CommandHandler
    void handle(AssignInBulk c, Clock clock) {
        inBulk(
                c.operationId(),
                () -> handle(new AssignTicket(ticketId, c.technicianId(), c.teamId(), c.reason(), null), clock));
    }

    @CommandHandler
    void handle(ChangePriorityInBulk c, Clock clock) {
        inBulk(
                c.operationId(),
                () -> handle(new ChangePriority(ticketId, c.priority(), c.changedBy(), c.reason(), null), clock));
    }

    @CommandHandler
    void handle(ChangeStatusInBulk c, Clock clock, TicketPolicy policy) {
        inBulk(c.operationId(), () -> {
            switch (c.status()) {
                case PENDING_CUSTOMER ->
                    handle(new PauseWork(ticketId, c.changedBy(), WaitingFor.CUSTOMER, c.reason(), null, null), clock);
                case PENDING_PARTS ->
                    handle(new PauseWork(ticketId, c.changedBy(), WaitingFor.PARTS, c.reason(), null, null), clock);
                case IN_PROGRESS -> handle(new ResumeWork(ticketId, c.changedBy(), null), clock);
                case RESOLVED -> handle(new ResolveTicket(ticketId, c.changedBy(), c.reason(), null), clock);
                case CLOSED -> {
                    if (c.changedByKind() == CUSTOMER) {
                        handle(new ConfirmResolution(ticketId, c.changedBy(), c.reason(), null), clock);
                    } else {
                        handle(new CloseAdministratively(ticketId, c.reason(), null), clock);
                    }
                }
                case CANCELLED -> handle(new CancelTicket(ticketId, CancelReason.INVALID, c.reason(), null), clock);
                case REOPENED -> handle(new ReopenTicket(ticketId, c.changedBy(), c.reason(), null), clock, policy);
                default ->
                    throw new CommandRefused(STEP_NOT_POSSIBLE, "No step leads many tickets to " + c.status() + ".");
            }
        });
    }

    private void inBulk(String operationId, Runnable step) {
        var before = work;
        var versionBefore = getVersion();
        step.run();
        if (getVersion() > versionBefore) {
            apply(new ChangedInBulk(ticketId, operationId, before));
        }
    }

    @EventSourcingHandler
    void on(ChangedInBulk event, @SequenceNumber long version) {
        on((TicketEvent) event);
        lastBulkChange = new BulkChange(event.operationId(), event.before(), version);
    }

    @CommandHandler
    void handle(UndoBulkChange command, Clock clock) {
        refuseWhen(
                lastBulkChange == null || !lastBulkChange.operationId().equals(command.operationId()),
                CHANGED_SINCE,
                "Ticket " + facts.number() + " was changed by another operation since, or never by this one.");
        refuseWhen(
                getVersion() != lastBulkChange.version(),
                CHANGED_SINCE,
                "Ticket " + facts.number() + " was changed since (changes: " + (getVersion() - lastBulkChange.version())
                        + ", the last one: " + lastEvent + ").");
        apply(new BulkChangeUndone(
                ticketId, command.operationId(), command.undoOperationId(), lastBulkChange.before(), clock.instant()));
    }

    @EventSourcingHandler
    void on(BulkChangeUndone event) {
        on((TicketEvent) event);
        if (work.respondedAt() == null) {
            ownFirstResponseAt = null;
        }
        lastBulkChange = null;
    }

    // --- history from elsewhere

    @CommandHandler
    void handle(ImportTicketState command) {
        if (command.sourceLine() > importedUpToLine) { // a line twice is no news
            refuseWhenMerged("changed by an import");
            ImportedLine.events(command, facts, work).forEach(AggregateLifecycle::apply);
        }
    }

    @EventSourcingHandler
    void on(HistoryLineImported event) {
        on((TicketEvent) event);
        importedUpToLine = event.sourceLine();
    }

    // --- helpers

    private void reopen(String reopenedBy, String reason, Instant now, TicketPolicy policy) {
        refuseWhen(work.status() != RESOLVED && work.status() != CLOSED, TICKET_NOT_RESOLVED, cannotBe("reopened"));
        refuseWhenTooLate(now, policy);
        var resolvedBy = work.resolvedAt() == null ? null : work.resolvedBy(); // a cycle may end without resolution
        apply(new TicketReopened(ticketId, work.cycle() + 1, reopenedBy, facts.contactId(), reason, resolvedBy, now));
    }

    private void refuseWhenTooLate(Instant now, TicketPolicy policy) {
        refuseWhen(
                !policy.mayReopen(work.closedAt() == null ? work.resolvedAt() : work.closedAt(), now),
                REOPEN_WINDOW_PASSED,
                "Ticket " + facts.number() + " was closed too long ago to be reopened; raise a follow-up.");
    }

    private void onSurvivor(Repository<Ticket> tickets, Consumer<Ticket> action) {
        tickets.load(work.mergedInto()).execute(action);
    }

    private void refuseUnless(TicketStatus status, String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status() != status, work.status().isOver() ? TICKET_CLOSED : STEP_NOT_POSSIBLE, cannotBe(done));
    }

    private void refuseUnlessPending(String done) {
        refuseUnlessOpen(done);
        refuseWhen(!work.status().isPending(), STEP_NOT_POSSIBLE, cannotBe(done));
    }

    private void refuseUnlessResolved(String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status() != RESOLVED, TICKET_NOT_RESOLVED, cannotBe(done));
    }

    private void refuseUnlessOpen(String done) {
        refuseWhenMerged(done);
        refuseWhen(work.status().isOver(), TICKET_CLOSED, cannotBe(done));
        refuseWhen(!work.status().isOpen(), STEP_NOT_POSSIBLE, cannotBe(done));
    }

    private void refuseWhenMerged(String done) {
        refuseWhen(
                work.isMerged(),
                TICKET_MERGED,
                "Ticket " + facts.number() + " is merged into another one and can't be " + done + ".");
    }

    private void refuseUnlessAssignedTo(String technicianId) {
        refuseWhen(
                technicianId != null && !technicianId.equals(work.technicianId()),
                NOT_ASSIGNED_TO_YOU,
                "Ticket " + facts.number() + " is not assigned to you.");
    }

    private String cannotBe(String done) {
        return "Ticket " + facts.number() + " is " + work.status() + " and can't be " + done + ".";
    }

    private static String link(String otherTicketId, LinkKind kind) {
        return kind + " " + otherTicketId;
    }

    private static String name(TicketEvent event) {
        return event.getClass().getSimpleName();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static Instant at(Instant occurredAt, Clock clock) {
        return occurredAt == null ? clock.instant() : occurredAt;
    }

    protected Ticket() {} // Axon starts from an empty ticket and replays its events
}
