package dev.callout.query.sla.tracking;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.ticket.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * A ticket with what happened to its promises.
 *
 * @param resolvers who solved it in which cycle
 * @param courseText read where it is needed, which need not be where the database is
 */
public record TrackedTicket(
        String ticketId,
        String number,
        String customerId,
        Priority priority,
        String category,
        String technicianId,
        String teamId,
        Instant raisedAt,
        String answeredBy,
        String arrivedBy,
        int cycle,
        Map<Integer, String> resolvers,
        String courseText,
        long version) {

    static TrackedTicket read(ResultSet row) throws SQLException {
        return new TrackedTicket(
                row.getString("ticket_id"),
                row.getString("number"),
                row.getString("customer_id"),
                constant(row, "priority", Priority.class),
                row.getString("category"),
                row.getString("technician_id"),
                row.getString("team_id"),
                time(row, "raised_at"),
                row.getString("answered_by"),
                row.getString("arrived_by"),
                row.getInt("cycle"),
                Resolvers.read(row.getString("resolvers")),
                row.getString("course"),
                row.getLong("version"));
    }

    public SlaCourse course() {
        return CourseText.read(courseText);
    }

    /** Who fulfilled a promise, else who has the ticket now; null if nobody has. */
    public String technicianOf(ClockReading clock) {
        var fulfilled = switch (clock.clock()) {
            case RESPONSE -> answeredBy;
            case ARRIVAL -> arrivedBy;
            case RESOLUTION -> resolvers.get(clock.cycle());
        };
        return fulfilled == null ? technicianId : fulfilled;
    }
}
