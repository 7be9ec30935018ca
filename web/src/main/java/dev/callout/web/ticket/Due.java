package dev.callout.web.ticket;

import static dev.callout.api.sla.SlaVerdict.PAUSED;
import static dev.callout.api.sla.SlaVerdict.RUNNING;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaTrackingList;
import dev.callout.web.frame.WallClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The promise for a ticket that comes next, in few words. */
record Due(String words, String promise, String color, Instant at, String exactly) {

    /** What runs or is broken comes before what stands still, then what is due first. */
    private static final Comparator<SlaTracking.Clock> NEXT = comparing(
                    (SlaTracking.Clock promise) -> promise.verdict() == PAUSED)
            .thenComparing(SlaTracking.Clock::dueAt);

    /** Tickets for which nothing is promised, or nothing is left to do, are missing. */
    static Map<String, Due> byTicket(SlaTrackingList promises, WallClock wallClock) {
        return promises.items().stream()
                .flatMap(ticket -> of(ticket, wallClock).map(due -> Map.entry(ticket.ticketId(), due)).stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Optional<Due> of(SlaTracking ticket, WallClock wallClock) {
        return ticket.clocks().stream()
                .filter(promise -> promise.actualAt() == null)
                .min(NEXT)
                .map(promise -> of(promise, ticket.moment(), wallClock));
    }

    private static Due of(SlaTracking.Clock promise, Instant now, WallClock wallClock) {
        var name = PromiseWords.name(promise).toLowerCase(Locale.ROOT);
        var atRisk = promise.verdict() == RUNNING && promise.color() == SlaColor.YELLOW;
        var due = wallClock.at(promise.dueAt(), PromiseWords.zone(promise));
        return new Due(
                PromiseWords.standing(promise, now),
                atRisk ? name + ", at risk" : name,
                PromiseWords.color(promise),
                promise.dueAt(),
                promise.verdict() == PAUSED ? due + ", if it went on now" : due);
    }
}
