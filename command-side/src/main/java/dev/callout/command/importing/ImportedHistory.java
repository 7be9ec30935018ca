package dev.callout.command.importing;

import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.command.importing.LineResult.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What a ticket's own events say about the lines it was imported from. */
final class ImportedHistory {

    private record Taken(int events, String importStep, Instant occurredAt) {}

    private final List<Taken> lines = new ArrayList<>();
    private final boolean begun;

    private ImportedHistory(List<?> events) {
        begun = !events.isEmpty();
        var count = 0;
        String importStep = null;
        for (var event : events) {
            count++;
            if (event instanceof TicketStateImported imported) {
                importStep = imported.reason();
            } else if (event instanceof HistoryLineImported line) { // stands behind all that its line led to
                lines.add(new Taken(count, importStep, line.occurredAt()));
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

    boolean isBegun() {
        return begun;
    }

    /** How many lines came in: those at the positions from 1 to this. */
    int length() {
        return lines.size();
    }

    /** When the line happened, by what was imported. */
    Instant occurredAt(int position) {
        return lines.get(position - 1).occurredAt();
    }

    LineResult result(ServiceNowLine line, Outcome outcome) {
        var taken = lines.get(line.position() - 1);
        return new LineResult(line.number(), line.position(), outcome, taken.events(), taken.importStep(), null, null);
    }
}
