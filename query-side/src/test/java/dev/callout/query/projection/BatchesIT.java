package dev.callout.query.projection;

import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class BatchesIT {

    private static final int TICKETS = 400;

    private @Autowired Story story;
    private @Autowired EntityManagerFactory entityManagers;

    @Test
    void a_batch_asks_the_database_once_and_not_for_each_event() {
        var raised = new ArrayList<Object>();
        var assigned = new ArrayList<Object>();
        for (var i = 0; i < TICKETS; i++) {
            var ticketId = Tickets.newId();
            raised.add(raised(ticketId));
            assigned.add(assigned(ticketId, "ACC-ana", null));
        }
        story.tell(raised.toArray());
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        story.tell(assigned.toArray());
        statistics.setStatisticsEnabled(false);
        assertThat(statistics.getEntityUpdateCount()).isGreaterThanOrEqualTo(5L * TICKETS);
        assertThat(statistics.getPrepareStatementCount()).isLessThan(TICKETS / 2);
    }
}
