package dev.callout.query.ticket;

import dev.callout.api.ticket.TicketLimits;
import dev.callout.api.ticket.TicketUsage;
import dev.callout.api.ticket.TicketVolume;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says how much of a ticket's limits is used. */
@Component
public class Volumes {

    private final TicketLimits limits;

    Volumes(
            @Value("${callout.ticket.message-limit:2000}") int messages,
            @Value("${callout.ticket.file-limit:200}") int files,
            @Value("${callout.ticket.character-limit:4000000}") long characters) {
        limits = new TicketLimits(messages, files, characters);
    }

    public TicketUsage usage(ResultSet row) throws SQLException {
        return TicketUsage.of(
                new TicketVolume(row.getInt("messages"), row.getInt("files"), row.getLong("characters")), limits);
    }
}
