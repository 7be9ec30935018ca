package dev.callout.domain.ticket;

import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RecordBulkResults;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Rule 14: a result per ticket, none counted twice after a restart, and one end. */
class RecordBulkResultsTest {

    private static final BulkResult DONE = new BulkResult("TCK-1", BulkOutcome.DONE, null, null);
    private static final BulkResult SKIPPED = new BulkResult("TCK-2", BulkOutcome.SKIPPED, "NO_CHANGE", "Is so");
    private static final BulkResult REJECTED =
            new BulkResult("TCK-3", BulkOutcome.REJECTED, "TICKET_MERGED", "Is merged");

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
            List.of(new BulkItem("TCK-1", 1), new BulkItem("TCK-2", 1), new BulkItem("TCK-3", 1)));

    @Test
    void notes_what_became_of_some() {
        operation
                .given(requested)
                .when(results(DONE))
                .expectEvents(processed(DONE))
                .expectResultMessagePayload(1L);
    }

    @Test
    void ends_with_the_counts_when_the_last_one_is_known() {
        operation
                .given(requested, processed(DONE))
                .when(results(SKIPPED, REJECTED))
                .expectEvents(processed(SKIPPED, REJECTED), new BulkOperationFinished("BLK-1", 1, 1, 1));
    }

    @Test
    void takes_only_what_is_new_when_results_come_again() {
        operation.given(requested, processed(DONE)).when(results(DONE, SKIPPED)).expectEvents(processed(SKIPPED));
    }

    @Test
    void says_nothing_new_when_nothing_is() {
        operation
                .given(requested, processed(DONE, SKIPPED, REJECTED), new BulkOperationFinished("BLK-1", 1, 1, 1))
                .when(results(DONE, SKIPPED, REJECTED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static RecordBulkResults results(BulkResult... results) {
        return new RecordBulkResults("BLK-1", List.of(results));
    }

    private static BulkItemsProcessed processed(BulkResult... results) {
        return new BulkItemsProcessed("BLK-1", List.of(results));
    }
}
