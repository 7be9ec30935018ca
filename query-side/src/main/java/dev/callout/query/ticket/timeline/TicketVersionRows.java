package dev.callout.query.ticket.timeline;

import dev.callout.query.ticket.timeline.TicketVersionRow.Key;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketVersionRows extends JpaRepository<TicketVersionRow, Key> {

    /** The one that still stands, also when an event after it was of a kind only newer versions know. */
    Optional<TicketVersionRow> findByTicketIdAndLifetimeEffectiveUntilIsNull(String ticketId);
}
