package dev.callout.web.ticket;

import dev.callout.api.sla.SlaCertificate;
import dev.callout.web.frame.WallClock;
import dev.callout.web.frame.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One promise as it stands on the page of its ticket.
 *
 * @param within how much of its gauge is time that was granted and used, in percent; {@code over} what was used beyond
 * @param why how it came to this, sentence by sentence
 */
record PromiseCard(
        String name, String standing, String color, int within, int over, List<Fact> facts, List<String> why) {

    /** Something to know of it. */
    record Fact(String label, String value) {}

    static PromiseCard of(SlaCertificate.Clock certified, Instant now, WallClock wallClock) {
        var promise = certified.standing();
        var within = promise.usedPercent() <= 100 ? promise.usedPercent() : 10_000 / promise.usedPercent();
        return new PromiseCard(
                PromiseWords.name(promise),
                PromiseWords.standing(promise, now),
                PromiseWords.color(promise),
                within,
                promise.usedPercent() <= 100 ? 0 : 100 - within,
                facts(certified, wallClock),
                certified.sentences());
    }

    private static List<Fact> facts(SlaCertificate.Clock certified, WallClock wallClock) {
        var promise = certified.standing();
        var zone = PromiseWords.zone(promise);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "Promised",
                PromiseWords.granted(promise) + ", by " + promise.policy().name() + ", version "
                        + promise.policy().version()));
        facts.add(new Fact("Used", Words.hours(promise.used()) + ", " + promise.usedPercent() + " %"));
        if (promise.goalAt() != null) {
            facts.add(new Fact("Our aim", wallClock.at(promise.goalAt(), zone)));
        }
        facts.add(new Fact("Due", wallClock.at(promise.dueAt(), zone)));
        if (promise.actualAt() != null) {
            facts.add(new Fact("Ended", wallClock.at(promise.actualAt(), zone)));
        }
        if (promise.standstill() != null) {
            var since = ", since " + wallClock.at(promise.standstill().since(), zone);
            facts.add(new Fact("Stands still", whatStopsIt(certified) + since + PromiseWords.waitingToo(promise)));
        }
        return facts;
    }

    /** What the last stretch of its time was. */
    private static String whatStopsIt(SlaCertificate.Clock certified) {
        var stretches = certified.intervals();
        return stretches.get(stretches.size() - 1).what();
    }
}
