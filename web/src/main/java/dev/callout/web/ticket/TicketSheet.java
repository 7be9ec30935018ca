package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Named;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketHistory;
import dev.callout.api.ticket.TicketUsage;
import dev.callout.web.frame.WallClock;
import dev.callout.web.frame.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One ticket as it stands on its page. */
record TicketSheet(
        String number,
        String title,
        String description,
        String room,
        String status,
        String priority,
        String weight,
        String customer,
        String assignee,
        Instant raisedAt,
        String reported,
        String age,
        String summary,
        String moment,
        List<PromiseCard> promises,
        String certificate,
        String decide,
        List<Line> history,
        String next) {

    /** One thing that happened. */
    record Line(Instant at, String when, String late, String sentence) {

        static Line of(TicketHistory.Line line, WallClock wallClock) {
            return new Line(
                    line.occurredAt(),
                    wallClock.at(line.occurredAt()),
                    line.reportedLate() ? "reported late, recorded " + wallClock.at(line.recordedAt()) : null,
                    line.sentence());
        }
    }

    /** Null while there is room enough. */
    private static String room(TicketUsage usage) {
        if (usage == null || !usage.nearLimit()) {
            return null;
        }
        return String.format(
                Locale.ENGLISH,
                "This ticket is nearly full: %,d of %,d messages, %,d of %,d files, %,d of %,d characters. Continue in a new"
                        + " ticket and link the two.",
                usage.messages(),
                usage.messageLimit(),
                usage.files(),
                usage.fileLimit(),
                usage.characters(),
                usage.characterLimit());
    }

    static TicketSheet of(
            TicketDetails ticket,
            SlaCertificate promises,
            TicketHistory history,
            String following,
            WallClock wallClock,
            Actor reader) {
        return new TicketSheet(
                ticket.number(),
                ticket.title(),
                ticket.description(),
                room(ticket.usage()),
                Words.of(ticket.status()),
                Words.of(ticket.priority()),
                TicketWords.weight(ticket.priority()),
                TicketWords.customer(new Named(
                        ticket.customer().customerId(), ticket.customer().name())),
                TicketWords.assignee(ticket.technician(), ticket.team()),
                ticket.raisedAt(),
                wallClock.at(ticket.raisedAt()),
                Words.of(Duration.between(ticket.raisedAt(), promises.moment())),
                promises.summary(),
                wallClock.at(promises.moment()),
                promises.clocks().stream()
                        .map(promise -> PromiseCard.of(promise, promises.moment(), wallClock, reader))
                        .toList(),
                TicketPage.path(ticket.number(), null) + "/certificate",
                TicketPage.path(ticket.number(), null) + "/sla/dispute",
                history.items().stream().map(line -> Line.of(line, wallClock)).toList(),
                following == null ? null : TicketPage.path(ticket.number(), following));
    }
}
