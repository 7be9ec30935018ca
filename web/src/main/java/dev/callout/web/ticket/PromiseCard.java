package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaDispute;
import dev.callout.api.sla.SlaTracking;
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
 * @param decision null where the reader has nothing to decide
 */
record PromiseCard(
        String name,
        String standing,
        String color,
        int within,
        int over,
        List<Fact> facts,
        List<String> why,
        Decision decision) {

    /** What to decide: whether a late report excuses the breach of this clock in this cycle. */
    record Decision(String clock, int cycle) {}

    /** Something to know of it. */
    record Fact(String label, String value) {}

    static PromiseCard of(SlaCertificate.Clock certified, Instant now, WallClock wallClock, Actor reader) {
        var promise = certified.standing();
        var within = promise.usedPercent() <= 100 ? promise.usedPercent() : 10_000 / promise.usedPercent();
        return new PromiseCard(
                PromiseWords.name(promise),
                PromiseWords.standing(promise, now),
                PromiseWords.color(promise),
                within,
                promise.usedPercent() <= 100 ? 0 : 100 - within,
                facts(certified, wallClock),
                certified.sentences(),
                decision(promise, reader));
    }

    /** Of managers, and not of whoever sent the report. */
    private static Decision decision(SlaTracking.Clock promise, Actor reader) {
        var dispute = promise.dispute();
        var decides = (reader.role() == Role.MANAGER || reader.role() == Role.ADMIN)
                && dispute != null
                && dispute.state() == SlaDispute.PENDING
                && !reader.accountId().equals(dispute.reportedBy());
        return decides ? new Decision(promise.clock().name(), promise.cycle()) : null;
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
            facts.add(
                    new Fact("Ended", wallClock.at(promise.actualAt(), zone) + reportedLate(promise, wallClock, zone)));
        }
        if (promise.dispute() != null) {
            facts.add(new Fact("Disputed", dispute(promise.dispute(), wallClock, zone)));
        }
        if (promise.standstill() != null) {
            var since = ", since " + wallClock.at(promise.standstill().since(), zone);
            facts.add(new Fact("Stands still", whatStopsIt(certified) + since + PromiseWords.waitingToo(promise)));
        }
        return facts;
    }

    private static String reportedLate(SlaTracking.Clock promise, WallClock wallClock, String zone) {
        return promise.actualReportedLate()
                ? " (reported late, recorded " + wallClock.at(promise.actualRecordedAt(), zone) + ")"
                : "";
    }

    private static String dispute(SlaTracking.Dispute dispute, WallClock wallClock, String zone) {
        var reported = "by a late report, recorded " + wallClock.at(dispute.reportedAt(), zone);
        return switch (dispute.state()) {
            case PENDING -> reported + "; a manager who did not report it decides";
            case ACCEPTED -> reported + "; accepted " + wallClock.at(dispute.decidedAt(), zone) + ", breach excused";
            case REJECTED -> reported + "; rejected " + wallClock.at(dispute.decidedAt(), zone) + ", breach stands";
        };
    }

    /** What the last stretch of its time was. */
    private static String whatStopsIt(SlaCertificate.Clock certified) {
        var stretches = certified.intervals();
        return stretches.get(stretches.size() - 1).what();
    }
}
