package dev.callout.platform.axon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Out of PostgreSQL, which does not even read the payloads that nobody asks for. */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "postgres", matchIfMissing = true)
class PostgresSelectedEvents implements SelectedEvents {

    private static final int AT_A_TIME = 50;

    private final JdbcClient db;
    private final Configuration axon;

    PostgresSelectedEvents(JdbcClient db, Configuration axon) {
        this.db = db;
        this.axon = axon;
    }

    @Override
    public Stream<DomainEventMessage<?>> only(Class<?> kind, String aggregateId) {
        return read(aggregateId, "payload_type = :kind", Map.of("kind", kind.getName()));
    }

    @Override
    public Stream<DomainEventMessage<?>> without(
            Collection<Class<?>> kinds, String aggregateId, long upTo, Collection<Long> butWith) {
        return read(
                aggregateId,
                "sequence_number <= :upTo AND (payload_type <> ALL(:kinds) OR sequence_number = ANY(:butWith))",
                Map.of(
                        "upTo",
                        upTo,
                        "kinds",
                        kinds.stream().map(Class::getName).toArray(String[]::new),
                        "butWith",
                        butWith.toArray(Long[]::new)));
    }

    private Stream<DomainEventMessage<?>> read(String aggregateId, String which, Map<String, Object> parameters) {
        var stored = Stream.iterate(
                        piece(aggregateId, -1, which, parameters),
                        piece -> !piece.isEmpty(),
                        piece -> piece.size() < AT_A_TIME
                                ? List.of()
                                : piece(
                                        aggregateId,
                                        piece.get(piece.size() - 1).getSequenceNumber(),
                                        which,
                                        parameters))
                .flatMap(List::stream);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(stored, axon.eventSerializer(), axon.upcasterChain())
                .asStream()
                .map(event -> event);
    }

    private List<DomainEventData<byte[]>> piece(
            String aggregateId, long after, String which, Map<String, Object> parameters) {
        var question = db.sql("SELECT type, aggregate_identifier, sequence_number, event_identifier, time_stamp,"
                        + " payload_type, payload_revision, payload, meta_data FROM domain_event_entry"
                        + " WHERE aggregate_identifier = :aggregate AND sequence_number > :after AND " + which
                        + " ORDER BY sequence_number LIMIT " + AT_A_TIME)
                .param("aggregate", aggregateId)
                .param("after", after);
        for (var parameter : parameters.entrySet()) {
            question = parameter.getValue() instanceof Object[]
                    ? question.param(parameter.getKey(), parameter.getValue(), Types.ARRAY)
                    : question.param(parameter.getKey(), parameter.getValue());
        }
        return question.query((row, number) -> entry(row)).list();
    }

    private static DomainEventData<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
    }
}
