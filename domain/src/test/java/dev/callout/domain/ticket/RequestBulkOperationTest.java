package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.RequestBulkOperation;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RequestBulkOperationTest {

    private final FixtureConfiguration<BulkOperation> operation = new AggregateTestFixture<>(BulkOperation.class);

    @Test
    void keeps_all_that_was_asked() {
        var items = List.of(new BulkItem("TCK-1", 3), new BulkItem("TCK-2", -1));
        operation
                .givenNoPriorActivity()
                .when(request(items))
                .expectEvents(new BulkOperationRequested(
                        "BLK-1", BulkKind.ASSIGN, "TEC-1", "TEA-1", null, null, "Outage", null, "ACC-max", items));
    }

    @Test
    void refuses_an_operation_on_nothing() {
        operation
                .givenNoPriorActivity()
                .when(request(List.of()))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Name at least one ticket."));
    }

    @Test
    void refuses_a_ticket_named_twice() {
        operation
                .givenNoPriorActivity()
                .when(request(List.of(new BulkItem("TCK-1", 3), new BulkItem("TCK-1", 4))))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "A ticket is named twice."));
    }

    private static RequestBulkOperation request(List<BulkItem> items) {
        return new RequestBulkOperation(
                "BLK-1", BulkKind.ASSIGN, "TEC-1", "TEA-1", null, null, "Outage", null, "ACC-max", items);
    }
}
