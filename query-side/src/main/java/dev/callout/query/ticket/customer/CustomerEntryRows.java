package dev.callout.query.ticket.customer;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerEntryRows extends JpaRepository<CustomerEntryRow, String> {

    void deleteByTicketIdAndEntryIdIn(String ticketId, Collection<String> entryIds);
}
