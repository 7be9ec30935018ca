package dev.callout.query.ticket.details;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketAttachmentRows extends JpaRepository<TicketAttachmentRow, String> {

    void deleteByTicketIdAndAttachmentIdIn(String ticketId, Collection<String> attachmentIds);
}
