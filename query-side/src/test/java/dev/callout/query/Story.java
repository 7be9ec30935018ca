package dev.callout.query;

import dev.callout.api.assignment.TeamEvent;
import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.identity.AccountEvent;
import dev.callout.api.privacy.ErasureEvent;
import dev.callout.api.sla.SlaPolicyEvent;
import dev.callout.api.sla.WorkCalendarEvent;
import dev.callout.api.ticket.BulkOperationEvent;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.query.projection.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.boot.test.context.TestComponent;

/** Tells events in their order, as the aggregates would, and waits until every view has heard them. */
@TestComponent
public class Story {

    private static final Map<String, Long> VERSIONS = new ConcurrentHashMap<>();

    private final EventStore events;
    private final EventProcessingConfiguration processing;
    private final List<Projection> projections;

    Story(EventStore events, EventProcessingConfiguration processing, List<Projection> projections) {
        this.events = events;
        this.processing = processing;
        this.projections = projections;
    }

    /** Publishes the events and waits for the views. */
    public void tell(Object... happened) {
        tellAs(Map.of("actor", "ACC-dana", "role", "DISPATCHER", "channel", "web"), happened);
    }

    /** Publishes what happened whenever it did, as it was recorded then. */
    public void tellAt(Instant recordedAt, Object... happened) {
        events.publish(java.util.Arrays.stream(happened)
                .map(event -> {
                    var message = (GenericDomainEventMessage<?>) message(event);
                    return new GenericDomainEventMessage<>(
                            message.getType(),
                            message.getAggregateIdentifier(),
                            message.getSequenceNumber(),
                            event,
                            MetaData.emptyInstance(),
                            message.getIdentifier(),
                            recordedAt);
                })
                .toList());
        settle();
    }

    public void tellAs(Map<String, String> metaData, Object... happened) {
        events.publish(java.util.Arrays.stream(happened)
                .map(event -> message(event).withMetaData(metaData))
                .toList());
        settle();
    }

    private static EventMessage<?> message(Object event) {
        var id = aggregateOf(event);
        var version = VERSIONS.merge(id, 0L, (last, first) -> last + 1);
        return new GenericDomainEventMessage<>("Any", id, version, event);
    }

    private static String aggregateOf(Object event) {
        if (event instanceof TicketEvent e) {
            return e.ticketId();
        } else if (event instanceof CustomerEvent e) {
            return e.customerId();
        } else if (event instanceof AccountEvent e) {
            return e.accountId();
        } else if (event instanceof TeamEvent e) {
            return e.teamId();
        } else if (event instanceof ErasureEvent e) {
            return e.erasureId();
        } else if (event instanceof SlaPolicyEvent e) {
            return e.policyId();
        } else if (event instanceof WorkCalendarEvent e) {
            return e.calendarId();
        }
        return ((BulkOperationEvent) event).operationId();
    }

    /** Waits until every projection has reached the head of the stream. */
    public void settle() {
        var head = events.createHeadToken();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> projections.stream().allMatch(projection -> hasReached(projection, head)));
    }

    private boolean hasReached(Projection projection, org.axonframework.eventhandling.TrackingToken head) {
        var status = processing
                .eventProcessor(projection.name(), StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus();
        return head == null
                || (!status.isEmpty()
                        && status.values().stream()
                                .allMatch(segment -> segment.getTrackingToken() != null
                                        && segment.getCurrentPosition().orElse(0)
                                                >= head.position().orElse(0)));
    }

    public static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
