package dev.callout.query.ticket;

import static dev.callout.query.ticket.Tickets.numberOf;
import static dev.callout.query.ticket.Tickets.raised;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketReturnedToQueue;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One of the many lives that a ticket can have, made up event by event from what can happen next. */
public final class RandomLife {

    private final Random random;
    private final String ticketId = Tickets.newId();
    private final List<TicketEvent> events = new ArrayList<>();
    private WorkState state;
    private WorkState undoable;
    private Instant now = Story.at("09:00");

    private RandomLife(Random random) {
        this.random = random;
    }

    public static RandomLife of(Random random, int events) {
        var life = new RandomLife(random);
        life.happens(raised(
                life.ticketId, life.one("CUS-a", "CUS-b", "CUS-c"), "No print", life.one(Priority.values()), life.now));
        while (life.events.size() < events) {
            life.now = life.now.plus(Duration.ofMinutes(random.nextInt(60)));
            life.happens(random.nextInt(3) == 0 ? life.aside() : life.step());
        }
        return life;
    }

    public String ticketId() {
        return ticketId;
    }

    public List<TicketEvent> events() {
        return events;
    }

    /** How the work stands in the end. */
    public WorkState state() {
        return state;
    }

    private void happens(TicketEvent event) {
        events.add(event);
        state = WorkState.after(state, event);
    }

    /** What leads the ticket on. */
    private TicketEvent step() {
        return switch (state.status()) {
            case CREATED, REOPENED -> pick(assigned(), assigned(), assigned(), cancelled(), closed(), merged());
            case ASSIGNED -> pick(new TicketAccepted(ticketId, technician(), now), started(), started(), assigned());
            case IN_PROGRESS ->
                pick(
                        paused(),
                        resolved(),
                        resolved(),
                        assigned(),
                        new TicketReturnedToQueue(ticketId, technician(), null, one(ReturnCause.values()), now));
            case PENDING_CUSTOMER, PENDING_PARTS ->
                pick(new WorkResumed(ticketId, one(ResumeCause.values()), now), resolved());
            case RESOLVED ->
                pick(
                        new ResolutionConfirmed(ticketId, "ACC-jo", "CON-jo", "Thanks", now),
                        new ConfirmationLapsed(ticketId, now),
                        reopened());
            case CLOSED -> state.isMerged() ? unmerged() : pick(new TicketArchived(ticketId, now), reopened());
            case CANCELLED -> imported();
        };
    }

    /** What can happen at any time, and leaves the ticket where it is. */
    private TicketEvent aside() {
        if (undoable != null && random.nextInt(4) == 0) {
            return new BulkChangeUndone(ticketId, "BLK-1", "BLK-2", undoable, now);
        }
        return pick(
                new CommentAdded(
                        ticketId,
                        "CMT-" + events.size(),
                        technician(),
                        one(AuthorKind.values()),
                        "CON-jo",
                        "Hm.",
                        state.respondedAt() == null,
                        null,
                        now),
                new NoteAdded(ticketId, "NOT-" + events.size(), technician(), "CON-jo", "Hm.", null, now),
                new PriorityChanged(ticketId, "CON-jo", one(Priority.values()), technician(), "it is", now),
                new FileAttached(
                        ticketId,
                        "ATT-" + events.size(),
                        technician(),
                        AuthorKind.STAFF,
                        "CON-jo",
                        "a.png",
                        "image/png",
                        1,
                        "x",
                        random.nextBoolean(),
                        null,
                        now),
                new TicketDescribed(ticketId, "CON-jo", one("No print", "No scan"), "It hums."),
                new TicketClassified(ticketId, one(TicketType.values()), one("HARDWARE", "NETWORK", null), null, now),
                new ReporterChanged(ticketId, one("CON-jo", "CON-sam"), null, one(now, null)),
                new ProductIdentified(ticketId, one("LaserJet", null), null),
                new TicketEscalated(ticketId, "CON-jo", technician(), null, "TEA-net", "help", now),
                new TicketLinked(ticketId, "TCK-other-" + events.size(), LinkKind.RELATED),
                new TicketWatched(ticketId, "ACC-watcher-" + events.size()),
                new TicketUnwatched(ticketId, "ACC-watcher-" + (events.size() - 1)),
                changedInBulk());
    }

    private TicketEvent changedInBulk() {
        undoable = state;
        return new ChangedInBulk(ticketId, "BLK-1", state);
    }

    private TicketEvent assigned() {
        return new TicketAssigned(ticketId, "CON-jo", one(technician(), null), one("TEA-net", null), "nearest", now);
    }

    private TicketEvent started() {
        return new WorkStarted(ticketId, technician(), now);
    }

    private TicketEvent paused() {
        return new WorkPaused(
                ticketId, one(WaitingFor.values()), "CON-jo", "parts", one(now.plus(Duration.ofDays(1)), null), now);
    }

    private TicketEvent resolved() {
        return new TicketResolved(ticketId, technician(), "CON-jo", "New fuser", state.respondedAt() == null, now);
    }

    private TicketEvent reopened() {
        return new TicketReopened(ticketId, state.cycle() + 1, "ACC-jo", "CON-jo", "again", technician(), now);
    }

    private TicketEvent cancelled() {
        return new TicketCancelled(ticketId, "CON-jo", one(CancelReason.values()), "not ours", now);
    }

    private TicketEvent closed() {
        return new TicketClosedAdministratively(ticketId, "CON-jo", "old", random.nextBoolean(), now);
    }

    private TicketEvent merged() {
        return new TicketMerged(ticketId, "CON-jo", "TCK-other", numberOf("TCK-other"), false, "same", state, now);
    }

    private TicketEvent unmerged() {
        var before = ((TicketMerged) events.stream()
                        .filter(TicketMerged.class::isInstance)
                        .reduce((earlier, later) -> later)
                        .orElseThrow())
                .before();
        return new TicketUnmerged(ticketId, "CON-jo", "TCK-other", "not the same", before, now);
    }

    private TicketEvent imported() {
        var draft = state.draft();
        draft.status = one(dev.callout.api.ticket.TicketStatus.values());
        draft.closedAt = one(now, null);
        return new TicketStateImported(
                ticketId,
                "servicenow",
                "INC1",
                events.size(),
                "Active",
                "as it was there",
                null,
                "Done there",
                draft.sealed(),
                now);
    }

    private String technician() {
        return one("ACC-1", "ACC-2", "ACC-3");
    }

    private TicketEvent pick(TicketEvent... events) {
        return one(events);
    }

    @SafeVarargs
    private <T> T one(T... choice) {
        return choice[random.nextInt(choice.length)];
    }
}
