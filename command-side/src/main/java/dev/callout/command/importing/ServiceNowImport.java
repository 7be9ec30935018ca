package dev.callout.command.importing;

import dev.callout.api.Refusal;
import dev.callout.api.identity.Actor;
import dev.callout.command.importing.LineResult.Outcome;
import dev.callout.command.importing.UnusableLine.Code;
import dev.callout.command.order.Order;
import dev.callout.command.order.Orders;
import dev.callout.command.ticket.TicketRegister;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Takes lines over, each by commands of its own. A history has no holes: a line that can't be taken over keeps the later
 * ones of its incident out, so that all of them can come in once the file is repaired.
 */
@Component
class ServiceNowImport {

    /** What became of the lines, in their order, and how many names were met for the first time. */
    record Result(List<LineResult> lines, int newNames) {}

    private final Orders orders;
    private final ImportedNames names;
    private final TicketRegister register;
    private final EventStore events;
    private final Clock clock;

    ServiceNowImport(Orders orders, ImportedNames names, TicketRegister register, EventStore events, Clock clock) {
        this.orders = orders;
        this.names = names;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /** Lines of one incident stand together. */
    Result take(List<ServiceNowLine> lines, Actor actor) {
        var chunk = new Chunk(actor);
        for (int from = 0, to; from < lines.size(); from = to) {
            to = from + 1;
            while (to < lines.size()
                    && Objects.equals(lines.get(to).number(), lines.get(from).number())) {
                to++;
            }
            chunk.takeIncident(lines.subList(from, to));
        }
        return new Result(chunk.results, chunk.newNames);
    }

    /** The lines of one request while they are being taken over. */
    private class Chunk {

        private final Actor actor;
        private final List<LineResult> results = new ArrayList<>();
        private int newNames;

        Chunk(Actor actor) {
            this.actor = actor;
        }

        void takeIncident(List<ServiceNowLine> lines) {
            var ticketId = TranslatedLine.ticketId(lines.get(0));
            var before = ImportedHistory.of(ticketId, events);
            var refused = new LineResult[lines.size()];
            var length = before.length();
            for (var i = 0; i < refused.length; i++) {
                var line = lines.get(i);
                try {
                    var translated = TranslatedLine.of(line, clock.instant());
                    if (line.position() <= before.length()) {
                        requireSame(before, translated);
                    } else {
                        requireNext(line, length);
                        send(translated, before.isBegun());
                        length++;
                    }
                } catch (UnusableLine e) {
                    refused[i] = LineResult.refused(line, e.code().name(), e.getMessage());
                } catch (CommandExecutionException e) {
                    var refusal = e.<Refusal>getDetails().orElseThrow(() -> e);
                    refused[i] = LineResult.refused(line, refusal.code().name(), refusal.reason());
                }
            }
            var after = length == before.length() ? before : ImportedHistory.of(ticketId, events);
            for (var i = 0; i < refused.length; i++) {
                var line = lines.get(i);
                var outcome = line.position() <= before.length() ? Outcome.KNOWN : Outcome.IMPORTED;
                results.add(refused[i] == null ? after.result(line, outcome) : refused[i]);
            }
        }

        private void send(TranslatedLine translated, boolean begun) {
            var raise = begun || translated.line().position() > 1 ? null : translated.raise(register.nextNumber());
            newNames += names.makeKnown(translated.names(), actor);
            if (raise != null) {
                var asked = "raise " + raise.ticketId(); // but for the number, which another try chooses anew
                orders.send(order(asked), raise.ticketId(), raise.number(), raise);
            }
            var state = translated.state();
            orders.send(order(translated.line().toString()), state.ticketId(), state);
        }

        private Order order(String asked) {
            return new Order(ImportedName.uuid(asked), DigestUtils.sha256(asked), actor, null);
        }
    }

    private static void requireNext(ServiceNowLine line, int length) {
        if (line.position() != length + 1) {
            throw new UnusableLine(
                    Code.EARLIER_LINE_MISSING,
                    "Line " + (length + 1) + " of " + line.number() + " has to come in first.");
        }
    }

    /** A line at a place that is taken must be the one that took it; else this is another history. */
    private static void requireSame(ImportedHistory before, TranslatedLine translated) {
        var line = translated.line();
        var known = before.occurredAt(line.position());
        if (!known.equals(translated.state().occurredAt())) {
            throw new UnusableLine(
                    Code.HISTORY_DIFFERS,
                    "Line " + line.position() + " of " + line.number() + " came in before, as of " + known + ".");
        }
    }
}
