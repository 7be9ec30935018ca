package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketEscalationRows extends JpaRepository<TicketEscalationRow, String> {}
