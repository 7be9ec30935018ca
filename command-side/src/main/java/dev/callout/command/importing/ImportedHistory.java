package dev.callout.command.importing;

import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.WorkState;
import dev.callout.command.importing.LineResult.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What a ticket's own events say about the lines it was imported from. */
final class ImportedHistory {

    private record Taken(int events, String importStep, Instant occurredAt) {}

    private final List<Taken> lines = new ArrayList<>();
    private Instant raisedAt;
    private Instant upTo;
    private WorkState work;

    private ImportedHistory(List<?> events) {
        var count = 0;
        String importStep = null;
        for (var event : events) {
            count++;
            if (event instanceof TicketEvent change) {
                work = WorkState.after(work, change);
            }
            if (event instanceof TicketRaised raised) {
                raisedAt = raised.occurredAt();
                upTo = raisedAt;
            }
            if (event instanceof TicketStateImported imported) {
                importStep = imported.reason();
            } else if (event instanceof HistoryLineImported line) { // stands behind all that its line led to
                lines.add(new Taken(count, importStep, line.occurredAt()));
                upTo = later(upTo, line.occurredAt());
                count = 0;
                importStep = null;
            }
        }
    }

    /** Reads the whole stream: what a snapshot remembers would not tell the lines. */
    static ImportedHistory of(String ticketId, EventStore events) {
        var story = new ArrayList<Object>();
        events.readEvents(ticketId, 0).forEachRemaining(event -> story.add(event.getPayload()));
        return new ImportedHistory(story);
    }

    /** How many lines came in: those at the positions from 1 to this. */
    int length() {
        return lines.size();
    }

    /** When the line happened, by what was imported. */
    Instant occurredAt(int position) {
        return lines.get(position - 1).occurredAt();
    }

    /** When it was raised, or null if it is not known yet. */
    Instant raisedAt() {
        return raisedAt;
    }

    /** The latest moment that what came in speaks of, or null if nothing came in. */
    Instant upTo() {
        return upTo;
    }

    boolean isOpen() {
        return work != null && work.status().isOpen();
    }

    static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    /** A dry run knows no events of a line that did not come in. */
    LineResult result(ServiceNowLine line, Outcome outcome) {
        if (line.position() > lines.size()) {
            return new LineResult(line.number(), line.position(), outcome, 0, null, null, null);
        }
        var taken = lines.get(line.position() - 1);
        return new LineResult(line.number(), line.position(), outcome, taken.events(), taken.importStep(), null, null);
    }
}
