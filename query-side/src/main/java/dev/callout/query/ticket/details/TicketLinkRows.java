package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketLinkRows extends JpaRepository<TicketLinkRow, String> {}
