package dev.callout.benchmarks.product;

import dev.callout.benchmarks.desk.Caller;
import dev.callout.benchmarks.desk.Desk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The views that are computed from events: how far they are behind, and how fast they are computed anew. */
public final class Views {

    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final String PROCESSORS = "/api/v1/processors";
    private static final Duration STUCK_AFTER = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Desk desk;

    public Views(Desk desk) {
        this.desk = desk;
    }

    /** Hears how much is left to do. */
    public interface Progress {

        void left(long events);
    }

    public void settle() throws IOException, InterruptedException {
        settle(left -> {});
    }

    /** Waits until everything that was told so far is in every view; gives up when nothing moves any more. */
    public void settle(Progress progress) throws IOException, InterruptedException {
        var least = Long.MAX_VALUE;
        var moved = System.nanoTime();
        try (var admin = desk.signedIn("admin")) {
            for (var left = lag(admin); left > 0; left = lag(admin)) {
                if (left < least) {
                    least = left;
                    moved = System.nanoTime();
                    progress.left(left);
                } else if (System.nanoTime() - moved > STUCK_AFTER.toNanos()) {
                    throw new IOException("A view stays " + left + " events behind.");
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static long lag(Caller admin) throws IOException {
        return all(admin).stream()
                .mapToLong(view -> view.get("lag").asLong())
                .max()
                .orElse(0);
    }

    /** The event processors that do not run, have trouble or have put something aside. */
    public List<String> unwell() throws IOException {
        try (var admin = desk.signedIn("admin")) {
            return StreamSupport.stream(admin.read(PROCESSORS).get("items").spliterator(), false)
                    .filter(processor -> !processor.get("state").asString().equals("RUNNING")
                            || processor.get("deadLetters").asLong() > 0)
                    .map(Views::name)
                    .toList();
        }
    }

    public List<String> names() throws IOException {
        try (var admin = desk.signedIn("admin")) {
            return all(admin).stream().map(Views::name).toList();
        }
    }

    /** What each table of each view holds, as one checksum a table. */
    public Map<String, String> digests() throws IOException {
        var digests = new TreeMap<String, String>();
        for (var name : names()) {
            try (var admin = desk.signedIn("admin")) {
                admin.read(PROJECTIONS + "/" + name + "/digest")
                        .get("tables")
                        .forEach(table -> digests.put(
                                table.get("table").asString(),
                                table.get("sha256").asString()));
            }
        }
        return digests;
    }

    /** Computes these views anew, all at the same time, and says how many seconds passed until the last was done. */
    public double rebuild(Set<String> names) throws IOException, InterruptedException {
        for (var name : names) {
            try (var admin = desk.signedIn("admin")) {
                admin.order(PROJECTIONS + "/" + name + "/rebuild", "{}");
            }
        }
        while (true) {
            var runs = new ArrayList<JsonNode>();
            try (var admin = desk.signedIn("admin")) { // anew each time: a rebuild may outlive a sign-in
                all(admin).stream()
                        .filter(view -> names.contains(name(view)))
                        .forEach(view -> runs.add(view.get("rebuild")));
            }
            for (var run : runs) {
                if (run.get("state").asString().equals("FAILED")) {
                    throw new IOException("A rebuild failed: " + run);
                }
            }
            if (runs.stream().allMatch(run -> run.get("state").asString().equals("DONE"))) {
                var begin = runs.stream().map(run -> time(run, "startedAt")).min(Instant::compareTo);
                var end = runs.stream().map(run -> time(run, "finishedAt")).max(Instant::compareTo);
                return Duration.between(begin.orElseThrow(), end.orElseThrow()).toMillis() / 1e3;
            }
            Thread.sleep(10 * LOOK_EVERY_MILLIS);
        }
    }

    private static List<JsonNode> all(Caller admin) throws IOException {
        return StreamSupport.stream(admin.read(PROJECTIONS).get("items").spliterator(), false)
                .toList();
    }

    private static String name(JsonNode view) {
        return view.get("name").asString();
    }

    private static Instant time(JsonNode run, String name) {
        return Instant.parse(run.get(name).asString());
    }
}
