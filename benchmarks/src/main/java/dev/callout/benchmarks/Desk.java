package dev.callout.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What people do at the service desk, as tasks for a load: a customer reports, a dispatcher assigns, and so on. */
final class Desk {

    private static final String DESCRIPTION = "Since this morning the second floor is cold. The boiler shows E 133 and "
            + "starts three times before it gives up. The caretaker has reset it twice and bled the pipes.";

    private static final long A_LARGE_PRIME = 7_919;

    private final URI server;
    private final List<String> raised = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong stepTurn = new AtomicLong();

    Desk(URI server) {
        this.server = server;
    }

    URI server() {
        return server;
    }

    Task raise() throws IOException {
        return new As("acme-user") {
            @Override
            public void once() throws IOException {
                remember(raise(caller).id());
            }
        };
    }

    Task comment() throws IOException {
        return new As("technician") {
            @Override
            public void once() throws IOException {
                caller.tell(
                        Caller.TICKETS + "/" + next() + "/comments",
                        "{\"body\":\"The ignition electrode is worn. I have one in the van and will be there at ten.\"}");
            }
        };
    }

    /** Lowers the priority of each ticket, then raises that of each: a step that an open ticket always allows. */
    Task step() throws IOException {
        return new As("dispatcher") {
            @Override
            public void once() throws IOException {
                var step = stepTurn.getAndIncrement();
                var priority = step / size() % 2 == 0 ? "LOW" : "HIGH";
                caller.tell(
                        Caller.TICKETS + "/" + ticket(step) + "/priority",
                        "{\"priority\":\"" + priority + "\",\"reason\":\"Weighed anew\"}");
            }
        };
    }

    Task readOne() throws IOException {
        return new As("dispatcher") {
            @Override
            public void once() throws IOException {
                caller.ask(Caller.TICKETS + "/" + next());
            }
        };
    }

    Task readBoard() throws IOException {
        return new As("dispatcher") {
            @Override
            public void once() throws IOException {
                caller.ask(Caller.TICKETS + "?pageSize=50&status=CREATED&status=ASSIGNED&sort=priority");
            }
        };
    }

    /** A ticket of this desk and the position that raising it reached. */
    record Raised(String id, String position) {}

    static Raised raise(Caller caller) throws IOException {
        var answer = caller.tell(
                Caller.TICKETS,
                "{\"title\":\"No heat on the second floor\",\"description\":\"" + DESCRIPTION
                        + "\",\"type\":\"ISSUE\",\"category\":\"HARDWARE\",\"customerPriority\":\"HIGH\","
                        + "\"channel\":\"WEB_PORTAL\",\"product\":\"Boiler B 200\"}");
        var location = answer.header("Location");
        return new Raised(location.substring(location.lastIndexOf('/') + 1), answer.header("Callout-Position"));
    }

    private void remember(String ticket) {
        synchronized (raised) {
            raised.add(ticket);
        }
    }

    private String next() {
        return ticket(turn.getAndIncrement());
    }

    /** Each ticket once before any comes again, so that streams stay about equally long; neighbors in time lie apart. */
    private String ticket(long turn) {
        synchronized (raised) {
            return raised.get((int) (turn * A_LARGE_PRIME % raised.size()));
        }
    }

    int size() {
        synchronized (raised) {
            return raised.size();
        }
    }

    /** Something that one signed-in person does. */
    private abstract class As implements Task {

        final Caller caller;

        As(String username) throws IOException {
            caller = Caller.signedIn(server, username);
        }

        @Override
        public void close() throws IOException {
            caller.close();
        }
    }
}
