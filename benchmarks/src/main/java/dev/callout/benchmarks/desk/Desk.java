package dev.callout.benchmarks.desk;

import static dev.callout.benchmarks.desk.Caller.TICKETS;

import dev.callout.benchmarks.load.Task;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What people do at the service desk, as tasks for a load: a customer reports, a dispatcher assigns, and so on. */
public final class Desk {

    private static final String TRACKING = "/api/v1/service-desk/sla-tracking";
    private static final String DESCRIPTION = "Since this morning the second floor is cold. The boiler shows E 133 and "
            + "starts three times before it gives up. The caretaker has reset it twice and bled the pipes.";

    private final URI server;
    private final SignIns signIns;
    private final Witness witness;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong assignments = new AtomicLong();
    private final List<String> technicians;
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();
    private volatile Tickets tickets = new Tickets(List.of(), List.of(), List.of());

    public Desk(URI server, Witness witness) throws IOException {
        this.server = server;
        this.signIns = new SignIns(server);
        this.witness = witness;
        this.technicians = List.of(accountOf("technician"), accountOf("ana.costa"));
    }

    /**
     * The tickets to work on, in no order: neighbors in time lie apart.
     *
     * @param open those that can be commented on
     * @param unassigned those that nobody has taken on
     */
    public record Tickets(List<String> all, List<String> open, List<String> unassigned) {

        /** For one of two desks: nobody at the other assigns what this one assigns. */
        public Tickets half(int which) {
            var mine = IntStream.range(0, unassigned.size())
                    .filter(at -> at % 2 == which)
                    .mapToObj(unassigned::get)
                    .toList();
            return new Tickets(all, open, mine);
        }
    }

    public void workOn(Tickets tickets) {
        this.tickets = tickets;
        assignments.set(0);
        doubtful.clear();
    }

    public Caller signedIn(String username) throws IOException {
        return new Caller(new HttpConnection(server), signIns.of(username), witness);
    }

    /** Over a line that can break. */
    public Caller signedIn(String username, BrokenLine line) throws IOException {
        return new Caller(new HttpConnection(line.address()), signIns.of(username), witness);
    }

    String accountOf(String username) throws IOException {
        try (var caller = signedIn(username)) {
            return caller.read("/api/v1/auth/me").get("accountId").asString();
        }
    }

    public Task sayWhoIAm() throws IOException {
        return as("dispatcher", caller -> caller.ask("/api/v1/auth/me"));
    }

    public Task readOne() throws IOException {
        return as("dispatcher", caller -> caller.ask(TICKETS + "/" + each(tickets.all(), turn)));
    }

    public Task readPromises() throws IOException {
        return as("dispatcher", caller -> caller.ask(TRACKING + "/" + each(tickets.all(), turn)));
    }

    public Task readBoard() throws IOException {
        return as(
                "dispatcher",
                caller -> caller.ask(TICKETS + "?pageSize=50&status=CREATED&status=ASSIGNED&sort=priority"));
    }

    public Task comment() throws IOException {
        return as(
                "technician",
                caller -> caller.tell(
                        TICKETS + "/" + each(tickets.open(), turn) + "/comments",
                        "{\"body\":\"The ignition electrode is worn. I have one in the van and will be there at ten.\"}"));
    }

    /** Gives each ticket to one technician, then each to the other: a step that is news every time. */
    public Task assign() throws IOException {
        return as("dispatcher", caller -> {
            var unassigned = tickets.unassigned();
            var step = assignments.getAndIncrement();
            var ticket = unassigned.get((int) (step % unassigned.size()));
            var technician = technicians.get((int) (step / unassigned.size() % technicians.size()));
            if (doubtful.contains(ticket)) {
                return; // who has it now is not known, so that the step may be no news
            }
            try {
                caller.tell(
                        TICKETS + "/" + ticket + "/assign",
                        "{\"technicianId\":\"" + technician + "\",\"reason\":\"Nearest\"}");
            } catch (IOException e) {
                doubtful.add(ticket);
                throw e;
            }
        });
    }

    public Task raise() throws IOException {
        return as("acme-user", Desk::raise);
    }

    /** A day at the desk: half of it reading tickets, a fifth looking at the board, the rest doing something. */
    public Task mixed() throws IOException {
        var read = readOne();
        var board = readBoard();
        return Task.inTurns(List.of(read, board, read, comment(), read, assign(), read, board, read, raise()));
    }

    /** A new ticket and the position that raising it reached. */
    record Raised(String id, String position) {}

    static Raised raise(Caller caller) throws IOException {
        return raise(caller, "No heat on the second floor", DESCRIPTION);
    }

    static Raised raise(Caller caller, String title, String description) throws IOException {
        var answer = caller.tell(TICKETS, problem(title, description));
        var location = answer.header("Location");
        return new Raised(location.substring(location.lastIndexOf('/') + 1), answer.header("Callout-Position"));
    }

    public static String problem(String title, String description) {
        return "{\"title\":\"" + title + "\",\"description\":\"" + description
                + "\",\"type\":\"ISSUE\",\"category\":\"HARDWARE\",\"customerPriority\":\"HIGH\","
                + "\"channel\":\"WEB_PORTAL\",\"product\":\"Boiler B 200\"}";
    }

    /** Each ticket once before any comes again, so that streams stay about equally long. */
    private static String each(List<String> tickets, AtomicLong turn) {
        return tickets.get((int) (turn.getAndIncrement() % tickets.size()));
    }

    /** What somebody does once. */
    private interface Doing {

        void by(Caller caller) throws IOException;
    }

    private Task as(String username, Doing doing) throws IOException {
        var caller = signedIn(username);
        return new Task() {
            @Override
            public void once() throws IOException {
                doing.by(caller);
            }

            @Override
            public void close() throws IOException {
                caller.close();
            }
        };
    }
}
