package dev.callout.query.ticket.customer;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerAttachmentRows extends JpaRepository<CustomerAttachmentRow, String> {

    void deleteByTicketIdAndAttachmentIdIn(String ticketId, Collection<String> attachmentIds);
}
