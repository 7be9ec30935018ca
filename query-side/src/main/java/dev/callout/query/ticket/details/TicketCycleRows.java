package dev.callout.query.ticket.details;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketCycleRows extends JpaRepository<TicketCycleRow, String> {
    List<TicketCycleRow> findAllByTicketIdIn(Collection<String> ticketIds);
}
