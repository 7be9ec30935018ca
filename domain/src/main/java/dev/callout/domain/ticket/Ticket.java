package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.FOLLOW_UP_OPEN;
import static dev.callout.api.RefusalCode.MERGE_ACROSS_CUSTOMERS;
import static dev.callout.api.RefusalCode.MERGE_INTO_CLOSED;
import static dev.callout.api.RefusalCode.MERGE_INTO_ITSELF;
import static dev.callout.api.RefusalCode.PERSON_ERASED;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.RefusalCode.TICKET_FULL;
import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.RefusalCode.TICKET_NOT_MERGED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.domain.ticket.StepTimes.later;
import static org.axonframework.eventsourcing.conflictresolution.Conflicts.payloadMatching;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.CommandRefused;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.ErasePersonFromTicket;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.FollowUpRaised;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Landed;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeDueWork;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.api.ticket.SlaChecked;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketVolume;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.api.ticket.WorkState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.conflictresolution.ConflictResolver;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One customer problem, from the first call to the signed-off repair: who works on it, and what was said and done. What
 * may happen is decided by {@link WorkSteps} and {@link Conversation}; here it happens and is remembered.
 */
@Aggregate(snapshotTriggerDefinition = "snapshots")
@Revision("8")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Ticket {

    private @AggregateIdentifier String ticketId;
    private TicketFacts facts;
    private WorkState work;
    private FirstTouch firstTouch;
    private TicketVolume volume = TicketVolume.NOTHING;
    private Promises promises;
    private StepTimes times;
    private WorkState beforeMerge;
    private boolean mergedAcrossCustomers;
    private BulkChange lastBulkChange;
    private long importedUpToLine;
    private String lastEvent;
    private long versionsWithoutChange;
    private boolean hasNoKey;
    private @AggregateMember Ties ties = new Ties();

    /**
     * Each command is answered with the version it led to, if it has no answer of its own. Whoever names the version that
     * they saw is refused when somebody changed the ticket since; what follows from time and terms is nobody's change, and
     * neither is who watches.
     */
    @CommandHandlerInterceptor
    Object keepPromisesAndAnswerWithVersion(
            InterceptorChain chain,
            ConflictResolver conflicts,
            SlaBook book,
            SlaChoice choice,
            Staff staff,
            Clock clock)
            throws Exception {
        conflicts.detectConflicts(payloadMatching(TicketEvent.class, Ticket::isChange));
        var before = work;
        var answer = chain.proceed();
        if (isTakenUpAgain(before)) {
            step(null, clock, (steps, now) -> steps.returnWhenNobodyCanWork(staff, now));
        }
        followPriority(book, choice);
        disputeBreaches(book, clock);
        tellWhatRanOut(book, staff, clock);
        return answer == null ? getVersion() : answer;
    }

    /** By reopening, or by taking a merge or a bulk change back. Whoever is assigned can work, and imports tell the past. */
    private boolean isTakenUpAgain(WorkState before) {
        return work.status().isOpen()
                && !lastEvent.equals(HistoryLineImported.class.getSimpleName())
                && (!before.status().isOpen() || lastEvent.equals(BulkChangeUndone.class.getSimpleName()));
    }

    @CommandHandler
    Ticket(RaiseTicket command, Clock clock, SlaBook book, SlaChoice choice) {
        var at = command.occurredAt() == null ? clock.instant() : command.occurredAt();
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
                choice.choose(command.customerId(), command.priority(), command.category())
                        .flatMap(chosen -> Promises.promise(chosen, command.priority(), at, book))
                        .orElse(null),
                at));
    }

    @EventSourcingHandler
    void on(TicketRaised event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        ticketId = event.ticketId();
        facts = TicketFacts.of(event);
        firstTouch = FirstTouch.of(event);
        work = WorkState.after(null, event);
        promises = Promises.of(event, work, SlaSwitch.by(event, version, recordedAt));
        times = StepTimes.of(event, recordedAt);
        lastEvent = name(event);
    }

    /** Each part remembers what concerns it; only what else a ticket must remember has a handler of its own. */
    @EventSourcingHandler
    void on(TicketEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        var before = work;
        facts = facts.after(event);
        firstTouch = firstTouch.after(event, before);
        work = WorkState.after(before, event);
        promises = promises.after(event, before, work, SlaSwitch.by(event, version, recordedAt));
        times = times.after(event, recordedAt, before, work);
        volume = volume.after(event);
        if (!isChange(event)) {
            versionsWithoutChange++;
        } else {
            lastEvent = name(event);
        }
    }

    // --- the way of the work

    @CommandHandler
    void handle(AssignTicket command, Staff staff, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.assign(command, staff, now));
    }

    @CommandHandler
    void handle(ReturnToQueue command, Staff staff, Clock clock) {
        step(null, clock, (steps, now) -> steps.returnToQueue(command, staff, now));
    }

    @CommandHandler
    void handle(AcceptTicket command, Clock clock) {
        var assigned = later(times.stepAt(), times.assignedSince(work.technicianId()));
        happens(steps().accept(command, at(command.occurredAt(), assigned, clock)));
    }

    @CommandHandler
    void handle(StartWork command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.start(command, now));
    }

    @CommandHandler
    void handle(PauseWork command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.pause(command, now));
    }

    @CommandHandler
    void handle(ResumeWork command, Clock clock) {
        var paused = work.status().isPending();
        var now = stepAt(command.occurredAt(), clock);
        if (!paused || work.status().isPending()) { // else it has gone on at its date by now
            happens(steps().resume(command, now));
        }
    }

    @CommandHandler
    void handle(ResumeDueWork command, Clock clock) {
        happens(steps().resumeWhenDue(clock.instant(), times.stepAt()));
    }

    @CommandHandler
    void handle(ResolveTicket command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.resolve(command, now));
    }

    @CommandHandler
    void handle(ConfirmResolution command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.confirm(command, now));
    }

    @CommandHandler
    void handle(CloseUnconfirmed command, Clock clock, TicketPolicy policy) {
        var since = command.occurredAt() == null ? times.overSince() : null; // a made-up history says when itself
        step(command.occurredAt(), clock, (steps, now) -> steps.lapse(now, since, policy));
    }

    @CommandHandler
    void handle(ReopenTicket command, Clock clock, TicketPolicy policy) {
        step(
                command.occurredAt(),
                clock,
                (steps, now) -> steps.reopen(command.reopenedBy(), command.reason(), now, times.overSince(), policy));
    }

    @CommandHandler
    void handle(CloseAdministratively command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.close(command, now));
    }

    @CommandHandler
    void handle(CancelTicket command, Clock clock) {
        step(command.occurredAt(), clock, (steps, now) -> steps.cancel(command, now));
    }

    @CommandHandler
    void handle(ArchiveTicket command, Clock clock) {
        happens(steps().archive(clock.instant()));
    }

    @CommandHandler
    void handle(ChangePriority command, Clock clock) {
        happens(steps().weigh(command, at(command.occurredAt(), promises.priorityAt(), clock)));
    }

    @CommandHandler
    void handle(EscalateTicket command, Staff staff, Clock clock) {
        happens(steps().escalate(command, staff, at(command.occurredAt(), times.openedAt(), clock)));
    }

    // --- what is promised

    private void followPriority(SlaBook book, SlaChoice choice) {
        if (promises.areForAnotherPriority()) {
            promises.forPriority(facts, choice, book)
                    .ifPresent(chosen -> apply(
                            promises.promised(ticketId, chosen, PromiseCause.PRIORITY_CHANGED, null, null, book)));
        }
    }

    /** Before anybody acts on a clock, and when its time comes. What another help desk promised is not ours to tell of. */
    private void tellWhatRanOut(SlaBook book, Staff staff, Clock clock) {
        if (importedUpToLine == 0 && !work.isMerged()) {
            happens(promises.overdue(ticketId, facts.contactId(), work, book, staff, clock.instant()));
        }
    }

    /** What was reported late is no way to undo a recorded breach alone. */
    private void disputeBreaches(SlaBook book, Clock clock) {
        if (importedUpToLine == 0 && !work.isMerged()) {
            var sender = Sender.ofCurrentCommand().accountId();
            happens(promises.disputed(ticketId, sender, book, clock.instant()));
        }
    }

    /** What there is to tell is told around each command; what is left is when to look again. */
    @CommandHandler
    SlaChecked handle(CheckSla command, SlaBook book, Clock clock) {
        var next = importedUpToLine > 0 ? null : promises.next(book, clock.instant());
        return new SlaChecked(ticketId, next);
    }

    @CommandHandler
    void handle(RetargetSla command, SlaBook book, SlaChoice choice, Clock clock) {
        happens(promiseSteps().retarget(command, choice, book, clock.instant()));
    }

    @CommandHandler
    void handle(DecideSlaDispute command, Clock clock) {
        happens(promiseSteps().decide(command, clock.instant()));
    }

    @CommandHandler
    void handle(AgreeOnDelay command, Clock clock) {
        refuseWhenNothingCanBeWritten();
        happens(promiseSteps().delay(command, at(command.occurredAt(), times.openedAt(), clock)));
    }

    @CommandHandler
    void handle(EndDelay command, Clock clock) {
        happens(promiseSteps().endDelay(command, at(command.occurredAt(), promises.delayedFrom(), clock)));
    }

    @CommandHandler
    void handle(PromiseVisit command, SlaBook book, Clock clock) {
        happens(promiseSteps().promiseVisit(command, book, at(command.occurredAt(), times.openedAt(), clock)));
    }

    @CommandHandler
    void handle(RecordArrival command, Clock clock) {
        var sentThere = later(
                times.assignedSince(work.technicianId()), promises.course().visitPromisedAt());
        happens(promiseSteps().arrive(command, at(command.occurredAt(), later(times.openedAt(), sentThere), clock)));
    }

    // --- what is said

    @CommandHandler
    void handle(CorrectTicket command, Clock clock) {
        standing().refuseWhenMerged("corrected");
        refuseWhenNothingCanBeWritten();
        happens(facts.corrections(command, clock.instant()));
    }

    @CommandHandler
    Landed handle(AddComment command, Clock clock, TicketPolicy policy, SlaBook book, Repository<Ticket> tickets) {
        var dependsOn = command.authorKind() == CUSTOMER ? times.stepAt() : times.raisedAt(); // it may resume or reopen
        var now = saidAt(command.occurredAt(), command.viaTicketId(), dependsOn, clock);
        refuseWhenNothingCanBeWritten();
        var late = conversation()
                .isTooLateToReopen(command.authorKind(), command.reopen(), now, times.overSince(), policy);
        if (!work.isMerged()) {
            refuseWhenFull(
                    command.authorKind(),
                    policy,
                    new TicketVolume(1, 0, command.body().length()));
            happens(conversation().comment(command, now, times.overSince(), policy));
            disputeBreaches(book, clock); // also where it came by way of a merged ticket
        } else if (!mergedAcrossCustomers) {
            var passedOn = conversation().passedOn(command);
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, clock, policy, book, tickets));
        } else { // the other customer must not read it: staff of the surviving ticket does
            refuseWhenFull(
                    command.authorKind(),
                    policy,
                    new TicketVolume(1, 0, command.body().length()));
            apply(conversation().said(command, now));
            if (command.authorKind() == CUSTOMER) {
                var note = conversation().passedOnAsNote(command);
                onSurvivor(tickets, survivor -> survivor.handle(note, clock, policy, tickets));
            }
        }
        return new Landed(ticketId, getVersion(), late && !work.isMerged());
    }

    @CommandHandler
    Landed handle(AddNote command, Clock clock, TicketPolicy policy, Repository<Ticket> tickets) {
        var now = saidAt(command.occurredAt(), command.viaTicketId(), times.raisedAt(), clock);
        refuseWhenNothingCanBeWritten();
        if (work.isMerged()) {
            var passedOn = conversation().passedOn(command);
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, clock, policy, tickets));
        }
        refuseWhenFull(STAFF, policy, new TicketVolume(1, 0, command.body().length()));
        apply(conversation().noted(command, now));
        return new Landed(ticketId, getVersion());
    }

    @CommandHandler
    Landed handle(AttachFile command, Clock clock, TicketPolicy policy, Repository<Ticket> tickets) {
        var dependsOn = command.authorKind() == CUSTOMER ? times.stepAt() : times.raisedAt();
        var now = saidAt(command.occurredAt(), command.viaTicketId(), dependsOn, clock);
        refuseWhenNothingCanBeWritten();
        var late = conversation()
                .isTooLateToReopen(command.authorKind(), command.reopen(), now, times.overSince(), policy);
        if (!work.isMerged()) {
            refuseWhenFull(command.authorKind(), policy, new TicketVolume(0, 1, 0));
            happens(conversation().file(command, now, times.overSince(), policy));
        } else if (!mergedAcrossCustomers || command.internal()) {
            var passedOn = conversation().passedOn(command, command.internal());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, clock, policy, tickets));
        } else { // the other customer must not open it: staff of the surviving ticket may
            refuseWhenFull(command.authorKind(), policy, new TicketVolume(0, 1, 0));
            apply(conversation().attached(command, now));
            if (command.authorKind() == CUSTOMER) {
                var internal = conversation().passedOn(command, true);
                onSurvivor(tickets, survivor -> survivor.handle(internal, clock, policy, tickets));
            }
        }
        return new Landed(ticketId, getVersion(), late && !work.isMerged());
    }

    // --- what it belongs to

    @CommandHandler
    Landed handle(RaiseFollowUp command, Clock clock, SlaBook book, SlaChoice choice, Repository<Ticket> tickets) {
        if (work.isMerged() && !mergedAcrossCustomers) {
            var passedOn = new RaiseFollowUp(work.mergedInto(), command.followUp());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, clock, book, choice, tickets));
        }
        return followUp(command, clock, book, choice, tickets);
    }

    private Landed followUp(
            RaiseFollowUp command, Clock clock, SlaBook book, SlaChoice choice, Repository<Ticket> tickets) {
        var followUp = new FollowUp(standing()).completed(command.followUp());
        ties.followUpBy(followUp.raisedBy())
                .flatMap(known -> tickets.load(known).invoke(Ticket::numberUnlessOver))
                .ifPresent(number -> {
                    throw new CommandRefused(
                            FOLLOW_UP_OPEN,
                            "Ticket " + number + " is your follow-up of ticket " + facts.number()
                                    + " and not closed yet; write there.");
                });
        create(tickets, () -> new Ticket(followUp, clock, book, choice));
        apply(new FollowUpRaised(ticketId, followUp.ticketId(), followUp.number(), followUp.raisedBy()));
        return new Landed(followUp.ticketId(), 0);
    }

    private Optional<String> numberUnlessOver() {
        return work.status().isOver() ? Optional.empty() : Optional.of(facts.number());
    }

    private static void create(Repository<Ticket> tickets, Callable<Ticket> factory) {
        try {
            tickets.newInstance(factory);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @CommandHandler
    Landed handle(LinkTicket command, Repository<Ticket> tickets) {
        if (work.isMerged()) {
            var passedOn = new LinkTicket(work.mergedInto(), command.otherTicketId(), command.kind());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, tickets));
        }
        ties.link(command);
        return new Landed(ticketId, getVersion());
    }

    /** A link that was made before the merge is taken away where it was made. */
    @CommandHandler
    Landed handle(UnlinkTicket command, Repository<Ticket> tickets) {
        if (work.isMerged() && !ties.has(command.otherTicketId(), command.kind())) {
            var passedOn = new UnlinkTicket(work.mergedInto(), command.otherTicketId(), command.kind());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, tickets));
        }
        ties.unlink(command);
        return new Landed(ticketId, getVersion());
    }

    @CommandHandler
    Landed handle(WatchTicket command, Repository<Ticket> tickets) {
        if (work.isMerged()) {
            var passedOn = new WatchTicket(work.mergedInto(), command.accountId());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, tickets));
        }
        ties.watch(command);
        return new Landed(ticketId, getVersion());
    }

    @CommandHandler
    Landed handle(UnwatchTicket command, Repository<Ticket> tickets) {
        if (work.isMerged() && !ties.isWatchedBy(command.accountId())) {
            var passedOn = new UnwatchTicket(work.mergedInto(), command.accountId());
            return onSurvivor(tickets, survivor -> survivor.handle(passedOn, tickets));
        }
        ties.unwatch(command);
        return new Landed(ticketId, getVersion());
    }

    // --- duplicates

    @CommandHandler
    void handle(
            MergeTicket command,
            Clock clock,
            TicketPolicy policy,
            SlaBook book,
            SlaChoice choice,
            Staff staff,
            Repository<Ticket> tickets) {
        refuseWhen(ticketId.equals(command.intoTicketId()), MERGE_INTO_ITSELF, "A ticket can't be merged into itself.");
        refuseWhen(work.isMerged(), TICKET_MERGED, "Ticket " + facts.number() + " is merged already.");
        refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, standing().cannotBe("merged"));
        var now = stepAt(command.occurredAt(), clock);
        var into = tickets.load(command.intoTicketId()).invoke(survivor -> {
            survivor.tellWhatRanOut(book, staff, clock); // what is broken by now no answer on another ticket can heal
            survivor.absorb(this, command, now, policy, book);
            survivor.followPriority(book, choice);
            survivor.tellWhatRanOut(book, staff, clock);
            return survivor.facts;
        });
        apply(new TicketMerged(
                ticketId,
                facts.contactId(),
                command.intoTicketId(),
                into.number(),
                !into.customerId().equals(facts.customerId()),
                command.reason(),
                work,
                now));
    }

    private void absorb(Ticket duplicate, MergeTicket command, Instant now, TicketPolicy policy, SlaBook book) {
        standing().refuseWhenMerged("merged into");
        refuseWhen(work.status() == CANCELLED, TICKET_CANCELLED, standing().cannotBe("merged into"));
        var foreign = !facts.customerId().equals(duplicate.facts.customerId());
        refuseWhen(
                foreign && !command.acrossCustomers(),
                MERGE_ACROSS_CUSTOMERS,
                "The tickets belong to different customers; a manager has to say that this is meant.");
        if (duplicate.work.status().isOpen() && !work.status().isOpen()) { // else nobody would work on it any more
            refuseWhen(
                    !command.reopen(),
                    MERGE_INTO_CLOSED,
                    "Ticket " + facts.number() + " is " + work.status() + ", and ticket " + duplicate.facts.number()
                            + " is still open; choose reopen to reopen the former with the merge.");
            var reason = "Ticket " + duplicate.facts.number() + ", which is open, was merged into this one.";
            happens(steps().reopen(command.mergedBy(), reason, later(now, times.stepAt()), times.overSince(), policy));
        }
        apply(new DuplicateAbsorbed(
                ticketId,
                duplicate.ticketId,
                duplicate.facts.number(),
                foreign,
                earlier(firstTouch.contactAt(), duplicate.firstTouch.contactAt()),
                earlier(work.respondedAt(), promises.answeredElsewhere(duplicate.work.respondedAt(), now, book, now))));
        if (command.moreUrgentPriority()
                && work.status().isOpen()
                && duplicate.work.priority().compareTo(work.priority()) > 0) {
            var reason = "Ticket " + duplicate.facts.number() + ", which is more urgent, was merged into this one.";
            happens(steps().weigh(
                            new ChangePriority(ticketId, duplicate.work.priority(), command.mergedBy(), reason, null),
                            now));
        }
    }

    @EventSourcingHandler
    void on(TicketMerged event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        on((TicketEvent) event, version, recordedAt);
        beforeMerge = event.before();
        mergedAcrossCustomers = event.acrossCustomers();
    }

    @CommandHandler
    void handle(UnmergeTicket command, Clock clock, SlaBook book, Repository<Ticket> tickets, TicketEvents events) {
        refuseWhen(
                !work.isMerged(), TICKET_NOT_MERGED, "Ticket " + facts.number() + " is not merged into another one.");
        var from = work.mergedInto();
        var now = stepAt(command.occurredAt(), clock);
        var forwarded = tickets.load(from).invoke(survivor -> survivor.release(this, clock, book, tickets, events));
        var handedBack = forwarded.missingIn(events.of(ticketId));
        var restored = beforeMerge.draft();
        restored.respondedAt = work.respondedAt(); // the one thing that may change while merged
        apply(new TicketUnmerged(ticketId, facts.contactId(), from, command.reason(), restored.sealed(), now));
        for (var message : handedBack) { // one by one: the first may be the first answer
            happens(conversation().handedBack(message, now));
        }
    }

    /** First contact and first answer are the earliest of those that stay together. */
    private ForwardedMessages release(
            Ticket duplicate, Clock clock, SlaBook book, Repository<Ticket> tickets, TicketEvents events) {
        var forwarded =
                ForwardedMessages.in(events.of(ticketId), via -> leadsHereThrough(duplicate.ticketId, via, tickets));
        var contactAt = firstTouch.ownContactAt();
        var respondedAt = firstTouch.ownResponseAt();
        for (var via : firstTouch.viaResponses().entrySet()) {
            if (!leadsHereThrough(duplicate.ticketId, via.getKey(), tickets)) {
                respondedAt = earlier(respondedAt, via.getValue());
            }
        }
        for (var other : firstTouch.without(duplicate.ticketId)) {
            var lent = tickets.load(other);
            contactAt = earlier(contactAt, lent.invoke(staying -> staying.firstTouch.contactAt()));
            respondedAt = earlier(
                    respondedAt,
                    lent.invoke(staying -> promises.answeredElsewhere(
                            staying.beforeMerge.respondedAt(), staying.work.closedAt(), book, clock.instant())));
        }
        apply(new DuplicateReleased(
                ticketId, duplicate.ticketId, duplicate.facts.number(), contactAt, respondedAt, forwarded.ids()));
        return forwarded;
    }

    /** Whether the merges by which a ticket lives on in this one pass a duplicate, or begin with it. */
    private boolean leadsHereThrough(String duplicateId, String from, Repository<Ticket> tickets) {
        var step = from;
        while (step != null && !step.equals(ticketId)) {
            if (step.equals(duplicateId)) {
                return true;
            }
            step = tickets.load(step).invoke(merged -> merged.work.mergedInto());
        }
        return false;
    }

    private Landed onSurvivor(Repository<Ticket> tickets, Function<Ticket, Landed> action) {
        return tickets.load(work.mergedInto()).invoke(action);
    }

    // --- many tickets at once, and exact undo

    @CommandHandler
    void handle(AssignInBulk c, Staff staff, Clock clock) {
        var single = new AssignTicket(ticketId, c.technicianId(), c.teamId(), c.reason(), null);
        var now = stepAt(null, clock);
        inBulk(c.operationId(), steps().assign(single, staff, now));
    }

    @CommandHandler
    void handle(ChangePriorityInBulk c, Clock clock) {
        var single = new ChangePriority(ticketId, c.priority(), c.changedBy(), c.reason(), null);
        var now = at(null, promises.priorityAt(), clock);
        inBulk(c.operationId(), steps().weigh(single, now));
    }

    @CommandHandler
    void handle(ChangeStatusInBulk c, Clock clock, TicketPolicy policy) {
        var now = stepAt(null, clock);
        inBulk(c.operationId(), new StatusInBulk(c).taken(steps(), now, times.overSince(), policy));
    }

    private void inBulk(String operationId, List<TicketEvent> step) {
        if (!step.isEmpty()) {
            var before = work;
            happens(step);
            apply(new ChangedInBulk(ticketId, operationId, before));
        }
    }

    @EventSourcingHandler
    void on(ChangedInBulk event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        on((TicketEvent) event, version, recordedAt);
        lastBulkChange = new BulkChange(event.operationId(), event.before(), changes(version));
    }

    @CommandHandler
    void handle(UndoBulkChange command, Clock clock) {
        BulkChange.refuseUndoUnlessLast(
                lastBulkChange, command.operationId(), facts.number(), changes(getVersion()), lastEvent);
        apply(new BulkChangeUndone(
                ticketId, command.operationId(), command.undoOperationId(), lastBulkChange.before(), clock.instant()));
    }

    @EventSourcingHandler
    void on(BulkChangeUndone event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        on((TicketEvent) event, version, recordedAt);
        lastBulkChange = null;
    }

    // --- history from elsewhere

    @CommandHandler
    void handle(ImportTicketState command) {
        if (command.sourceLine() > importedUpToLine) { // a line twice is no news
            standing().refuseWhenMerged("changed by an import");
            happens(ImportedLine.events(command, facts, work));
        }
    }

    @EventSourcingHandler
    void on(HistoryLineImported event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        on((TicketEvent) event, version, recordedAt);
        importedUpToLine = event.sourceLine();
    }

    // --- who is no longer to be known

    @CommandHandler
    void handle(ErasePersonFromTicket command) {
        apply(new PersonErasedFromTicket(ticketId, command.erasureId(), command.erased()));
    }

    @EventSourcingHandler
    void on(PersonErasedFromTicket event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        on((TicketEvent) event, version, recordedAt);
        hasNoKey |= event.isOf(ticketId);
    }

    /** A text without contact is sealed with the ticket's own key: when that is destroyed, it would be lost at once. */
    private void refuseWhenNothingCanBeWritten() {
        refuseWhen(
                hasNoKey && facts.contactId() == null,
                PERSON_ERASED,
                "Whom ticket " + facts.number() + " is about was erased; nothing more can be written on it.");
    }

    /** A ticket that could grow without end could not be read any more. */
    private void refuseWhenFull(AuthorKind author, TicketPolicy policy, TicketVolume more) {
        var limits = author == CUSTOMER ? policy.limits().forCustomers() : policy.limits();
        var then = new TicketVolume(
                volume.messages() + more.messages(),
                volume.files() + more.files(),
                volume.characters() + more.characters());
        refuseWhen(
                !limits.allow(then),
                TICKET_FULL,
                "Ticket " + facts.number() + " is full: it may hold " + limits.messages() + " messages, "
                        + limits.files() + " files and " + limits.characters()
                        + " characters. Go on in a new ticket, and link the two.");
    }

    // --- helpers

    /** Neither what follows for the promises nor who watches is a change of the ticket. */
    private static boolean isChange(TicketEvent event) {
        return !Promises.isKeptBy(event) && !(event instanceof TicketWatched) && !(event instanceof TicketUnwatched);
    }

    /** What somebody did. */
    private long changes(long version) {
        return version - versionsWithoutChange;
    }

    private Standing standing() {
        return new Standing(ticketId, facts, work);
    }

    private WorkSteps steps() {
        return new WorkSteps(standing());
    }

    private PromiseSteps promiseSteps() {
        return new PromiseSteps(standing(), promises);
    }

    private Conversation conversation() {
        return new Conversation(standing());
    }

    private static void happens(List<TicketEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    private static String name(TicketEvent event) {
        return event.getClass().getSimpleName();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private void step(Instant occurredAt, Clock clock, BiFunction<WorkSteps, Instant, List<TicketEvent>> step) {
        var now = stepAt(occurredAt, clock);
        happens(step.apply(steps(), now));
    }

    private Instant stepAt(Instant occurredAt, Clock clock) {
        return at(occurredAt, times.stepAt(), clock);
    }

    /** When something happens that depends on something else. A pause whose date it is past is over by then. */
    private Instant at(Instant occurredAt, Instant dependsOn, Clock clock) {
        var at = times.happened(occurredAt, dependsOn, Sender.ofCurrentCommand(), clock.instant());
        if (work.status().isPending() && work.resumeAt() != null && !at.isBefore(work.resumeAt())) {
            happens(steps().resumeWhenDue(at, times.stepAt()));
        }
        return at;
    }

    /** What was sent to a merged ticket was checked there. */
    private Instant saidAt(Instant occurredAt, String viaTicketId, Instant dependsOn, Clock clock) {
        return viaTicketId == null || occurredAt == null
                ? at(occurredAt, dependsOn, clock)
                : later(occurredAt, dependsOn);
    }

    protected Ticket() {} // Axon starts from an empty ticket and replays its events
}
