package dev.callout.query.ticket.bulk;

import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** The bulk operations, with what became of each ticket. */
@Component
@ProcessingGroup("projection-bulk-operations")
class BulkOperationsProjection implements Projection {

    private final BulkOperationRows operations;
    private final BulkItemRows items;

    BulkOperationsProjection(BulkOperationRows operations, BulkItemRows items) {
        this.operations = operations;
        this.items = items;
    }

    @EventHandler
    void on(BulkOperationRequested event, @Timestamp Instant requestedAt, @SequenceNumber long version) {
        operations.save(new BulkOperationRow(event, requestedAt, version));
        var tickets = event.items().stream().map(BulkItem::ticketId).distinct().toList();
        for (var place = 0; place < tickets.size(); place++) {
            items.save(new BulkItemRow(event.operationId(), place, tickets.get(place)));
        }
    }

    @EventHandler
    void on(BulkItemsProcessed event, @SequenceNumber long version) {
        operations.findById(event.operationId()).orElseThrow().on(event, version);
        items.findAllById(event.results().stream()
                .map(result -> BulkItemRow.key(event.operationId(), result.ticketId()))
                .toList());
        for (var result : event.results()) {
            items.findById(BulkItemRow.key(event.operationId(), result.ticketId()))
                    .orElseThrow()
                    .on(result);
        }
    }

    @EventHandler
    void on(BulkOperationStopped event, @SequenceNumber long version) {
        operations.findById(event.operationId()).orElseThrow().on(event, version);
    }

    @EventHandler
    void on(BulkOperationFinished event, @SequenceNumber long version) {
        operations.findById(event.operationId()).orElseThrow().on(event, version);
    }

    @Override
    public List<String> tables() {
        return List.of("bulk_operation", "bulk_operation_item");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of();
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(BulkOperationRow.class, "operation_id = ANY(?1)");
    }
}
