package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.desk.Caller;
import dev.callout.benchmarks.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The promises of a hundred thousand tickets are replayed with the same terms and with others, and each is certified. */
final class PastLookedBackAt implements Scenario {

    private static final int TICKETS = 100_000;
    private static final int READERS = 4;
    private static final int TELL_EVERY = 5_000;
    private static final String SERVICE_DESK = "/api/v1/service-desk";

    @Override
    public String id() {
        return "past";
    }

    @Override
    public String claim() {
        return "%,d tickets replayed with the terms they have: no verdict is another; their certificates leave out no second"
                .formatted(TICKETS);
    }

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        try (var stage = new Stage(place.recipe())) {
            var stories = stage.writeStories();
            progress.accept("copying %d tickets to %,d more".formatted(stories.size(), TICKETS));
            stage.copy(stories, TICKETS);
            var replays = replayed(stage, stories.get(0), progress);
            var clocks = certified(stage, progress);
            return "%s; %,d clocks certified to the second".formatted(replays, clocks);
        }
    }

    private static String replayed(Stage stage, String ticket, Consumer<String> progress) throws Exception {
        try (var manager = stage.desk().signedIn("manager")) {
            var policy = policyOf(manager, ticket);
            var same = replayed(manager, policy.get("policyId").asString(), null, progress);
            if (same.get("flipped").asLong() != 0 || same.get("done").asLong() < TICKETS) {
                throw new BrokenPromise("replayed with the same terms: " + same);
            }
            var other = replayed(manager, policy.get("policyId").asString(), withinAMinute(policy), progress);
            if (other.get("flipped").asLong() == 0) {
                throw new BrokenPromise("a minute for everything, and no verdict is another: " + other);
            }
            return "%,d replayed at %,d per second, none with another verdict; at %,d per second when %,d have one"
                    .formatted(
                            same.get("done").asLong(),
                            same.get("ticketsPerSecond").asLong(),
                            other.get("ticketsPerSecond").asLong(),
                            other.get("flipped").asLong());
        }
    }

    private static JsonNode policyOf(Caller manager, String ticket) throws IOException {
        var policyId = manager.read(SERVICE_DESK + "/sla-tracking/" + ticket).at("/clocks/0/policy/policyId");
        return manager.read(SERVICE_DESK + "/sla-policies/" + policyId.asString())
                .get("policy");
    }

    /** The same promises with a minute for each. */
    private static JsonNode withinAMinute(JsonNode policy) {
        var draft = (ObjectNode) policy.deepCopy();
        for (var target : draft.get("targets")) {
            ((ObjectNode) target)
                    .put("amount", 1)
                    .put("unit", "MINUTES")
                    .putNull("goal")
                    .putNull("calendarId");
        }
        return draft.retain(
                "name", "scope", "targets", "pauses", "reopening", "ladder", "penalties", "supervisorId", "managerId");
    }

    private static JsonNode replayed(Caller manager, String policyId, JsonNode policy, Consumer<String> progress)
            throws Exception {
        var begun = manager.order(
                        SERVICE_DESK + "/sla-what-ifs",
                        "{\"policyId\":\"%s\",\"policy\":%s,\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(
                                        policyId,
                                        policy,
                                        Instant.EPOCH,
                                        Instant.now().plus(Duration.ofDays(1))))
                .json();
        while (true) {
            var run = manager.read(
                    SERVICE_DESK + "/sla-what-ifs/" + begun.get("id").asString());
            progress.accept("%,d of %,d replayed"
                    .formatted(run.get("done").asLong(), run.get("total").asLong()));
            switch (run.get("state").asString()) {
                case "DONE" -> {
                    return run;
                }
                case "FAILED" -> throw new BrokenPromise("the replay failed: " + run);
                default -> Thread.sleep(2_000);
            }
        }
    }

    /** How many promises there are in all, each accounted for. */
    private static long certified(Stage stage, Consumer<String> progress) throws Exception {
        var tickets = stage.store().ticketIds();
        var next = new AtomicLong();
        var readers = Executors.newFixedThreadPool(READERS);
        try {
            Callable<Long> reading = () -> {
                try (var reader = stage.desk().signedIn("manager")) {
                    var clocks = 0L;
                    for (var at = next.getAndIncrement(); at < tickets.size(); at = next.getAndIncrement()) {
                        clocks += certified(reader, tickets.get((int) at));
                        if (at % TELL_EVERY == 0) {
                            progress.accept("%,d of %,d certificates".formatted(at, tickets.size()));
                        }
                    }
                    return clocks;
                }
            };
            var clocks = 0L;
            for (var reader : readers.invokeAll(Collections.nCopies(READERS, reading))) {
                clocks += reader.get();
            }
            return clocks;
        } finally {
            readers.shutdownNow();
        }
    }

    private static int certified(Caller reader, String ticket) throws Exception {
        var certificate = reader.read(SERVICE_DESK + "/sla-tracking/" + ticket + "/certificate");
        for (var clock : certificate.get("clocks")) {
            if (!isWhole(clock, certificate.get("moment").asString())) {
                throw new BrokenPromise("a certificate with a gap or an overlap: " + certificate);
            }
        }
        return certificate.get("clocks").size();
    }

    /** Whether the stretches follow one another from the start to the end, and add up. */
    static boolean isWhole(JsonNode clock, String moment) {
        var standing = clock.get("standing");
        var begin = standing.get("startedAt").asString();
        var end =
                standing.path("actualAt").isString() ? standing.get("actualAt").asString() : moment;
        var reached = begin;
        var sum = Duration.ZERO;
        for (var interval : clock.get("intervals")) {
            if (!interval.get("from").asString().equals(reached)) {
                return false;
            }
            reached = interval.get("until").asString();
            sum = sum.plus(Duration.parse(interval.get("duration").asString()));
        }
        var sums = Duration.ZERO;
        for (var part : clock.get("sums")) {
            sums = sums.plus(Duration.parse(part.get("duration").asString()));
        }
        var all = Duration.between(Instant.parse(begin), Instant.parse(end));
        return reached.equals(end)
                && sum.equals(all)
                && sums.equals(all)
                && Duration.parse(clock.get("total").asString()).equals(all);
    }
}
