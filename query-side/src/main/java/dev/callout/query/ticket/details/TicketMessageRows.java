package dev.callout.query.ticket.details;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketMessageRows extends JpaRepository<TicketMessageRow, String> {

    void deleteByTicketIdAndMessageIdIn(String ticketId, Collection<String> messageIds);
}
