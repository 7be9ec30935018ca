package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketDetailsRows extends JpaRepository<TicketDetailsRow, String> {}
