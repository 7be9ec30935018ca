package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketAttachmentRows extends JpaRepository<TicketAttachmentRow, String> {}
