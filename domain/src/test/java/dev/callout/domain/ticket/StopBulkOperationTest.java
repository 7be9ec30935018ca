package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.OPERATION_FINISHED;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RecordBulkResults;
import dev.callout.api.ticket.StopBulkOperation;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A stopped operation still accounts for every ticket: what it did, and what it left out. */
class StopBulkOperationTest {

    private static final BulkResult DONE = new BulkResult("TCK-1", BulkOutcome.DONE, null, null);
    private static final BulkResult LEFT_OUT = new BulkResult("TCK-2", BulkOutcome.SKIPPED, "STOPPED", "Stopped");

    private final FixtureConfiguration<BulkOperation> operation = new AggregateTestFixture<>(BulkOperation.class);
    private final BulkOperationRequested requested = new BulkOperationRequested(
            "BLK-1",
            BulkKind.PRIORITY,
            null,
            null,
            null,
            Priority.HIGH,
            "Outage",
            null,
            "ACC-max",
            List.of(new BulkItem("TCK-1", 1), new BulkItem("TCK-2", 1)));
    private final BulkItemsProcessed one = new BulkItemsProcessed("BLK-1", List.of(DONE));
    private final BulkOperationStopped stopped = new BulkOperationStopped("BLK-1", "ACC-dana");
    private final StopBulkOperation stop = new StopBulkOperation("BLK-1", "ACC-dana");

    @Test
    void stops_a_running_one_once() {
        operation.given(requested, one).when(stop).expectEvents(stopped);
        operation.given(requested, one, stopped).when(stop).expectNoEvents();
    }

    @Test
    void ends_when_what_was_left_out_is_noted() {
        operation
                .given(requested, one, stopped)
                .when(new RecordBulkResults("BLK-1", List.of(LEFT_OUT)))
                .expectEvents(
                        new BulkItemsProcessed("BLK-1", List.of(LEFT_OUT)),
                        new BulkOperationFinished("BLK-1", 1, 1, 0));
    }

    @Test
    void refuses_a_finished_one() {
        operation
                .given(requested, new BulkItemsProcessed("BLK-1", List.of(DONE, LEFT_OUT)))
                .when(stop)
                .expectExceptionDetails(refusal(OPERATION_FINISHED));
    }
}
