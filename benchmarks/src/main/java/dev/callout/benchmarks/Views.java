package dev.callout.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The views that are computed from events: how far they are behind, and how fast they are computed anew. */
final class Views {

    static final String TICKET = Caller.TICKETS + "/{id}";
    static final String BOARD = Caller.TICKETS + "?pageSize=1";
    private static final String PROJECTIONS = "/api/v1/operations/projections";

    private final Desk desk;

    Views(Desk desk) {
        this.desk = desk;
    }

    /** Until everything that was told so far is in the views; several tickets, because views share them out to threads. */
    void settle() throws IOException {
        for (var path : List.of(TICKET, BOARD)) {
            try (var lag = new Lag(desk, path)) {
                for (var i = 0; i < 8; i++) {
                    lag.once();
                }
            }
        }
    }

    /** How one view was computed anew, beside the living one. */
    record Rebuild(String projection, long events, double seconds) {

        static Rebuild oneAfterTheOther(List<Rebuild> rebuilds) {
            return new Rebuild(
                    "all, one after the other",
                    rebuilds.stream().mapToLong(Rebuild::events).sum(),
                    rebuilds.stream().mapToDouble(Rebuild::seconds).sum());
        }

        long perSecond() {
            return Math.round(events / seconds);
        }
    }

    List<Rebuild> rebuildAll(long events, Consumer<String> progress) throws Exception {
        var rebuilds = new ArrayList<Rebuild>();
        try (var admin = Caller.signedIn(desk.server(), "admin")) {
            for (var projection : admin.read(PROJECTIONS).get("items")) {
                var name = projection.get("name").asString();
                progress.accept(name);
                admin.tell(PROJECTIONS + "/" + name + "/rebuild", "{}");
                rebuilds.add(finished(admin, name, events));
            }
        }
        return rebuilds;
    }

    private static Rebuild finished(Caller admin, String name, long events) throws Exception {
        while (true) {
            for (var projection : admin.read(PROJECTIONS).get("items")) {
                var run = projection.get("rebuild");
                if (projection.get("name").asString().equals(name)
                        && !run.get("state").asString().equals("RUNNING")) {
                    var seconds = seconds(
                            run.get("startedAt").asString(),
                            run.get("finishedAt").asString());
                    return new Rebuild(name, events, seconds);
                }
            }
            Thread.sleep(100);
        }
    }

    private static double seconds(String from, String to) {
        return Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1e3;
    }
}
