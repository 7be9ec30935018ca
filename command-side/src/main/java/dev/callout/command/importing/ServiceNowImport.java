package dev.callout.command.importing;

import dev.callout.api.Refusal;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.command.importing.LineResult.Outcome;
import dev.callout.command.importing.UnusableLine.Code;
import dev.callout.command.order.Order;
import dev.callout.command.order.Orders;
import dev.callout.command.ticket.TicketRegister;
import dev.callout.platform.http.StoreAway;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes lines over, each by commands of its own. A history has no holes: a line that can't be taken over keeps the later
 * ones of its incident out, so that all of them can come in once the file is repaired.
 */
@Component
class ServiceNowImport {

    /** What became of the lines, in their order, and how many names were met for the first time. */
    record Result(List<LineResult> lines, int newNames) {}

    private static final Logger LOG = LoggerFactory.getLogger(ServiceNowImport.class);

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

    /** Lines of one incident stand together. A dry run says what would become of them, as far as that can be known. */
    Result take(List<ServiceNowLine> lines, Actor actor, boolean dryRun) {
        var chunk = new Chunk(actor, dryRun);
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
        private final boolean dryRun;
        private final List<LineResult> results = new ArrayList<>();
        private int newNames;

        Chunk(Actor actor, boolean dryRun) {
            this.actor = actor;
            this.dryRun = dryRun;
        }

        void takeIncident(List<ServiceNowLine> lines) {
            var incident = new Incident(TranslatedLine.ticketId(lines.get(0)));
            var outcomes = lines.stream().map(incident::take).toList();
            var after = incident.after();
            for (var outcome : outcomes) {
                results.add(
                        outcome.refused() == null ? after.result(outcome.line(), outcome.kind()) : outcome.refused());
            }
        }

        /** What became of one line; how many events tell it is known only when all are in. */
        private record Taken(ServiceNowLine line, Outcome kind, LineResult refused) {}

        /** One incident while its lines are being taken over: how far it has come, and how it stands there. */
        private class Incident {

            private final String ticketId;
            private final ImportedHistory before;
            private int length;
            private Instant raisedAt;
            private Instant upTo;
            private Instant lastAt;
            private boolean isOpen;

            Incident(String ticketId) {
                this.ticketId = ticketId;
                before = ImportedHistory.of(ticketId, events);
                length = before.length();
                raisedAt = before.raisedAt();
                upTo = before.upTo();
                lastAt = length == 0 ? null : before.occurredAt(length);
                isOpen = before.isOpen();
            }

            Taken take(ServiceNowLine asked) {
                var line = asked.position() == null ? asked.at(length + 1) : asked;
                try {
                    var translated = TranslatedLine.of(line, clock.instant());
                    if (asked.position() == null
                            && translated.state().occurredAt().equals(lastAt)) {
                        return new Taken(asked.at(length), Outcome.KNOWN, null);
                    }
                    if (line.position() <= before.length()) {
                        requireSame(before, translated);
                        return new Taken(line, Outcome.KNOWN, null);
                    }
                    requireNext(line, length);
                    if (asked.position() == null) {
                        requireLater(translated, lastAt);
                    }
                    takeNext(translated);
                    return new Taken(line, Outcome.IMPORTED, null);
                } catch (UnusableLine e) {
                    return refused(line, e.code().name(), e.getMessage());
                } catch (CommandExecutionException e) {
                    var refusal = e.<Refusal>getDetails().orElseThrow(() -> e);
                    return refused(line, refusal.code().name(), refusal.reason());
                } catch (ConcurrencyException e) {
                    throw e; // somebody else imports it at this moment: another try finds it known
                } catch (RuntimeException e) {
                    if (StoreAway.isBehind(e)) {
                        throw e;
                    }
                    LOG.error("Line {} of an incident could not be taken over.", line.position(), e);
                    return refused(line, Code.FAILED.name(), "The server failed on this line; its log says why.");
                }
            }

            private void takeNext(TranslatedLine translated) {
                var begun = raisedAt != null;
                var opened = begun ? raisedAt : translated.openedAt();
                translated.requireTimesAgree(opened, lastAt, isOpen);
                var at = ImportedHistory.later(
                        upTo == null ? opened : upTo, translated.state().occurredAt());
                var raise = begun ? null : translated.raise(dryRun ? "" : register.nextNumber());
                if (!dryRun) {
                    send(translated, raise, at);
                }
                raisedAt = opened;
                upTo = at;
                lastAt = translated.state().occurredAt();
                isOpen = translated.state().status().isOpen();
                length++;
            }

            private Taken refused(ServiceNowLine line, String code, String reason) {
                return new Taken(line, Outcome.REFUSED, LineResult.refused(line, code, reason));
            }

            ImportedHistory after() {
                return dryRun || length == before.length() ? before : ImportedHistory.of(ticketId, events);
            }
        }

        private void send(TranslatedLine translated, RaiseTicket raise, Instant at) {
            newNames += names.makeKnown(translated.names(), actor);
            if (raise != null) {
                var asked = "raise " + raise.ticketId(); // but for the number, which another try chooses anew
                orders.send(order(asked), raise.ticketId(), raise.number(), raise);
            }
            var state = translated.state(at);
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

    /** How an incident stands is news only if it is newer than what is known. */
    private static void requireLater(TranslatedLine translated, Instant lastAt) {
        if (lastAt != null && translated.state().occurredAt().isBefore(lastAt)) {
            throw new UnusableLine(
                    Code.HISTORY_DIFFERS,
                    "A later state of " + translated.line().number() + " came in before, as of " + lastAt + ".");
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
