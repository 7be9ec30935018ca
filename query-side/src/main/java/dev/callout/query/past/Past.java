package dev.callout.query.past;

import dev.callout.api.Moment;
import dev.callout.query.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows a thing as it stood at a moment. The view's own projection hears the thing's events up to then, the view's own
 * query answers, and then all of it is rolled back.
 */
@Component
public class Past {

    private final EventStore events;
    private final Configuration axon;
    private final EntityManagerProvider entityManagers;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    Past(
            EventStore events,
            Configuration axon,
            EntityManagerProvider entityManagers,
            JdbcTemplate db,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.axon = axon;
        this.entityManagers = entityManagers;
        this.db = db;
        transaction = new TransactionTemplate(transactions);
    }

    /** All that ever happened to one thing. */
    public List<DomainEventMessage<?>> story(String aggregateId) {
        var story = new ArrayList<DomainEventMessage<?>>();
        events.readEvents(aggregateId, 0).forEachRemaining(story::add); // from the first on: no snapshot
        return story;
    }

    /** The first part of a story; empty if nothing had happened by then. */
    public static List<DomainEventMessage<?>> until(Moment moment, List<DomainEventMessage<?>> story) {
        Lifetime last = null;
        for (var told = 0; told < story.size(); told++) {
            var event = story.get(told);
            last = last == null
                    ? new Lifetime(event.getPayload(), event.getTimestamp())
                    : last.endedBy(event.getPayload(), event.getTimestamp());
            if (!last.hasBegunBy(moment)) {
                return story.subList(0, told);
            }
        }
        return story;
    }

    /** Asks a question to a view that has heard this story and no other. */
    public <T> T ask(Projection view, List<DomainEventMessage<?>> story, Supplier<T> question) {
        return transaction.execute(status -> {
            db.execute("SAVEPOINT present");
            try {
                db.execute("SET LOCAL search_path TO " + PastTables.schemaOf(view) + ", public");
                tell(view, story);
                return question.get();
            } finally {
                entityManagers.getEntityManager().clear();
                db.execute("ROLLBACK TO SAVEPOINT present"); // the search path, too
            }
        });
    }

    private void tell(Projection view, List<DomainEventMessage<?>> story) {
        var listener = new AnnotationEventHandlerAdapter(
                view, axon.parameterResolverFactory(), axon.handlerDefinition(view.getClass()));
        try {
            for (var event : story) {
                listener.handle(event);
            }
        } catch (Exception e) {
            throw new EventProcessingException("Could not look back", e);
        }
        entityManagers.getEntityManager().flush(); // the questions are asked without it
    }
}
