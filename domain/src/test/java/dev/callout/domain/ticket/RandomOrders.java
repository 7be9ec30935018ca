package dev.callout.domain.ticket;

import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.raise;

import dev.callout.api.sla.SlaClock;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.ErasePersonFromTicket;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.api.ticket.WorkState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Random orders to four tickets, biased so that the tickets get somewhere. */
final class RandomOrders {

    static final List<String> TICKETS = List.of("TCK-1", "TCK-2", "TCK-3", "TCK-4");

    private static final List<String> TECHNICIANS = List.of("TEC-1", "TEC-2");

    private final Random random;
    private int count;
    private TicketCommand lastInBulk;

    RandomOrders(Random random) {
        this.random = random;
    }

    List<TicketCommand> start() {
        var orders = new ArrayList<TicketCommand>();
        for (int i = 0; i < TICKETS.size(); i++) {
            var customer = i < 3 ? "CUS-1" : "CUS-2";
            var longAgo = i == 3 ? Duration.ofHours(3) : Duration.ZERO; // this one is never answered in time
            var raisedAt = NINE.minusSeconds(random.nextInt(900)).minus(longAgo);
            orders.add(raise(TICKETS.get(i), "TKT10000" + (i + 1), customer, raisedAt));
        }
        return orders;
    }

    TicketCommand next(Function<String, WorkState> works) {
        count++;
        var id = pick(TICKETS);
        return random.nextInt(3) == 0 ? fitting(id, works.apply(id)) : any(id, pick(TECHNICIANS));
    }

    private TicketCommand fitting(String id, WorkState work) {
        return switch (work.status()) {
            case CREATED, REOPENED -> new AssignTicket(id, pick(TECHNICIANS), null, null, null);
            case ASSIGNED ->
                work.accepted() ? new StartWork(id, null, null) : new AcceptTicket(id, "TEC-1", List.of("TEA-1"), null);
            case IN_PROGRESS -> pick(List.of(pause(id), new ResolveTicket(id, null, "Fixed " + count, null)));
            case PENDING_CUSTOMER, PENDING_PARTS -> new ResumeWork(id, work.technicianId(), null);
            case RESOLVED ->
                pick(List.of(new ConfirmResolution(id, "ACC-cara", null, null), new CloseUnconfirmed(id, null)));
            case CLOSED ->
                work.isMerged()
                        ? new UnmergeTicket(id, "Not the same", null)
                        : new ReopenTicket(id, "ACC-cara", "Again", null);
            case CANCELLED -> new ArchiveTicket(id);
        };
    }

    private TicketCommand any(String id, String technician) {
        return switch (random.nextInt(32)) {
            case 0 -> new AssignTicket(id, technician, null, null, null);
            case 1 -> new AssignTicket(id, null, "TEA-1", "The team will do", null);
            case 2 -> pause(id);
            case 3 -> new ResumeWork(id, technician, null);
            case 4 -> new CloseAdministratively(id, "Enough", null);
            case 5 ->
                random.nextInt(8) > 0 ? new ArchiveTicket(id) : new CancelTicket(id, CancelReason.INVALID, null, null);
            case 6 -> new ChangePriority(id, pick(List.of(Priority.values())), "ACC-dan", "Weighed", null);
            case 7 -> correction(id);
            case 8, 9 ->
                new AddComment(
                        id, "CMT-" + count, "ACC-any", pick(List.of(AuthorKind.values())), "Hello", null, null, null);
            case 10 -> new AddNote(id, "NOT-" + count, "TEC-1", "Psst", null, null);
            case 11 ->
                new AttachFile(
                        id,
                        "ATT-" + count,
                        "TEC-1",
                        STAFF,
                        "a.txt",
                        "text/plain",
                        1,
                        "cafe",
                        random.nextBoolean(),
                        random.nextBoolean(),
                        null,
                        null);
            case 12 -> new EscalateTicket(id, "TEC-1", "ACC-max", null, "Help", null);
            case 13 ->
                new MergeTicket(
                        id,
                        pick(TICKETS),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        "ACC-dana",
                        "Same",
                        null);
            case 14 -> new LinkTicket(id, "TCK-1", LinkKind.RELATED);
            case 15 -> new UnlinkTicket(id, "TCK-1", LinkKind.RELATED);
            case 16 -> new WatchTicket(id, technician);
            case 17, 18 -> bulkOrUndo(id);
            case 20 -> new UnwatchTicket(id, technician);
            case 19 -> new ErasePersonFromTicket(id, "ERA-" + count, List.of("CON-1"));
            case 21 -> new AgreeOnDelay(id, NINE.plus(Duration.ofDays(2)), "Later", "ACC-dan", null);
            case 22 -> new EndDelay(id, "ACC-dan", null);
            case 23 -> new PromiseVisit(id, "ACC-dan", null);
            case 24 -> new RecordArrival(id, technician, null);
            case 25 -> new RetargetSla(id, null, "ACC-max");
            case 26 -> new CheckSla(id);
            case 27 -> new RaiseFollowUp(id, Tickets.raise("TCK-F" + count, "TKT-F" + count, "CUS-1", null));
            case 28 -> new DecideSlaDispute("TCK-4", SlaClock.RESPONSE, 1, random.nextBoolean(), "ACC-max", "Seen");
            case 29 -> answeredBefore();
            case 30 -> new ReturnToQueue(id, technician, null, ReturnCause.DEACTIVATED);
            default -> random.nextInt(3) == 0 ? imported(id, technician) : new CheckSla(id);
        };
    }

    /** By somebody who was offline: within two hours, and reported after three. */
    private TicketCommand answeredBefore() {
        var when = NINE.minus(Duration.ofHours(3)).plus(Duration.ofMinutes(random.nextInt(60)));
        return new AddComment("TCK-4", "CMT-" + count, "TEC-1", STAFF, "I am on it", null, null, when);
    }

    private TicketCommand pause(String id) {
        return new PauseWork(id, null, pick(List.of(WaitingFor.values())), "Wait", NINE.plus(Duration.ofDays(1)), null);
    }

    private TicketCommand correction(String id) {
        return new CorrectTicket(
                id,
                "Title " + random.nextInt(2),
                "Description",
                pick(List.of(TicketType.values())),
                "Network",
                null,
                "CON-" + random.nextInt(2),
                "SIT-1",
                "LaserJet",
                "SN-" + random.nextInt(2));
    }

    TicketCommand nextInBulk(int operation) {
        var id = pick(TICKETS);
        var operationId = "BLK-" + operation;
        return switch (random.nextInt(3)) {
            case 0 -> new AssignInBulk(id, operationId, pick(TECHNICIANS), null, "Many");
            case 1 -> new ChangePriorityInBulk(id, operationId, pick(List.of(Priority.values())), "ACC-max", "Many");
            default ->
                new ChangeStatusInBulk(
                        id,
                        operationId,
                        pick(List.of(TicketStatus.values())),
                        "ACC-max",
                        pick(TECHNICIANS),
                        pick(List.of(STAFF, CUSTOMER)),
                        "Many");
        };
    }

    private TicketCommand bulkOrUndo(String id) {
        if (lastInBulk == null || random.nextInt(3) == 0) {
            lastInBulk = nextInBulk(1);
            return lastInBulk;
        }
        var touched = random.nextBoolean() ? id : lastInBulk.ticketId();
        lastInBulk = null;
        return new UndoBulkChange(touched, "BLK-1", "BLK-2");
    }

    private TicketCommand imported(String id, String technician) {
        return new ImportTicketState(
                id,
                "servicenow",
                "INC-" + id,
                1 + random.nextInt(500),
                "Somehow",
                pick(List.of(TicketStatus.values())),
                technician,
                null,
                pick(List.of(Priority.values())),
                TicketType.ISSUE,
                "Hardware",
                "Printer",
                "CON-1",
                "SIT-1",
                technician,
                "Fixed elsewhere",
                NINE,
                random.nextBoolean(),
                NINE.plusSeconds(count),
                NINE.plusSeconds(count));
    }

    private <E> E pick(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
