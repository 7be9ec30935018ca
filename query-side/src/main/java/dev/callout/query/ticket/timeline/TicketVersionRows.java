package dev.callout.query.ticket.timeline;

import dev.callout.query.ticket.timeline.TicketVersionRow.Key;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketVersionRows extends JpaRepository<TicketVersionRow, Key> {

    List<TicketVersionRow> findAllByTicketIdInAndLifetimeEffectiveUntilIsNull(Collection<String> ticketIds);
}
