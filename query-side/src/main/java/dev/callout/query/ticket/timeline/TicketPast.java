package dev.callout.query.ticket.timeline;

import dev.callout.api.Moment;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.query.Refused;
import dev.callout.query.past.Past;
import dev.callout.query.projection.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows one ticket as it stood at a moment: its own story, and of other tickets' stories what concerns it. */
@Component
public class TicketPast {

    /** Each holds a whole history in memory; whoever comes later waits without one, and without a connection. */
    private static final int AT_A_TIME = 3;

    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore free = new Semaphore(AT_A_TIME, true);
    private final Past past;
    private final JdbcClient db;

    TicketPast(Past past, JdbcClient db) {
        this.past = past;
        this.db = db;
    }

    public <T> T ask(Projection view, String ticketId, Moment at, Supplier<T> question) {
        if (!getsTurn()) {
            throw new ProblemException(ProblemCode.OVERLOADED).retryAfter(5);
        }
        try {
            return askNow(view, ticketId, at, question);
        } finally {
            free.release();
        }
    }

    private boolean getsTurn() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T askNow(Projection view, String ticketId, Moment at, Supplier<T> question) {
        var own = Past.until(at, past.story(ticketId));
        if (own.isEmpty()) {
            throw Refused.notFound();
        }
        var beginnings = new ArrayList<>(own.subList(0, 1));
        var rest = new ArrayList<DomainEventMessage<?>>();
        for (var other : others(ticketId, own)) {
            var story = past.story(other);
            beginnings.addAll(story.stream().limit(1).toList()); // its number, whenever it was raised
            Past.until(at, story).stream()
                    .skip(1)
                    .filter(event -> concerns(ticketId, (TicketEvent) event.getPayload()))
                    .forEach(rest::add);
        }
        rest.addAll(own.subList(1, own.size()));
        beginnings.addAll(rest);
        return past.ask(view, beginnings, question);
    }

    /**
     * What names the ticket, merges, for the ticket's own may go on from one to the next, and what a duplicate brings
     * with it.
     */
    private static boolean concerns(String ticketId, TicketEvent event) {
        return event instanceof TicketMerged
                || event instanceof TicketUnmerged
                || event instanceof FileAttached
                || event instanceof TicketLinked
                || event instanceof TicketUnlinked
                || event instanceof TicketWatched
                || event instanceof TicketUnwatched
                || OtherTicket.in(event).filter(ticketId::equals).isPresent();
    }

    private Set<String> others(String ticketId, List<DomainEventMessage<?>> own) {
        var others = new HashSet<String>();
        own.forEach(event -> OtherTicket.in((TicketEvent) event.getPayload()).ifPresent(others::add));
        others.addAll(db.sql("""
                        WITH RECURSIVE merged AS (
                            SELECT CAST(:ticket AS text) AS ticket_id
                            UNION
                            SELECT relation.other_ticket_id FROM ticket_relation relation
                            JOIN merged ON merged.ticket_id = relation.ticket_id WHERE relation.merge)
                        SELECT ticket_id FROM merged
                        UNION SELECT other_ticket_id FROM ticket_relation WHERE ticket_id = :ticket
                        UNION SELECT ticket_id FROM ticket_relation WHERE other_ticket_id = :ticket
                        """).param("ticket", ticketId).query(String.class).list());
        others.remove(ticketId);
        return others;
    }
}
