package dev.callout.query.projection;

import dev.callout.platform.privacy.PersonKeys;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.springframework.stereotype.Component;

/**
 * Throws away what a view shows of one ticket, customer or account and computes it again from its events. Where a person
 * was erased they read "erased" now, so that the view is what a rebuild would make of it.
 */
@Component
class Retelling {

    private final Configuration axon;
    private final EntityManagerProvider entityManagers;
    private final RowsAhead ahead;
    private final PersonKeys keys;
    private final Map<Projection, EventMessageHandler> handlers = new ConcurrentHashMap<>();

    Retelling(Configuration axon, EntityManagerProvider entityManagers, RowsAhead ahead, PersonKeys keys) {
        this.axon = axon;
        this.entityManagers = entityManagers;
        this.ahead = ahead;
        this.keys = keys;
    }

    /** Tells the story again up to, and without, an event. */
    void retell(DomainEventMessage<?> until, Projection projection) throws Exception {
        var rows = projection.rowsOfOne();
        if (rows.isEmpty()) {
            return;
        }
        keys.forget(); // the key was destroyed, perhaps on another node and a moment ago
        var aggregateId = until.getAggregateIdentifier();
        forget(aggregateId, rows);
        ahead.load(projection, Set.of(aggregateId));
        var story = axon.eventStore().readEvents(aggregateId, 0); // from the first event on, past any snapshot
        while (story.hasNext() && story.peek().getSequenceNumber() < until.getSequenceNumber()) {
            handlersOf(projection).handle(story.next());
        }
    }

    /** What is yet unwritten first, so that nothing of it comes after; then rows in memory are worth nothing. */
    private void forget(String aggregateId, Map<String, String> rows) {
        var database = entityManagers.getEntityManager();
        database.flush();
        rows.forEach((table, condition) -> database.createNativeQuery("DELETE FROM " + table + " WHERE " + condition)
                .setParameter(1, aggregateId)
                .executeUpdate());
        database.clear();
    }

    private EventMessageHandler handlersOf(Projection projection) {
        return handlers.computeIfAbsent(
                projection,
                key -> new AnnotationEventHandlerAdapter(
                        key, axon.parameterResolverFactory(), axon.handlerDefinition(key.getClass())));
    }
}
