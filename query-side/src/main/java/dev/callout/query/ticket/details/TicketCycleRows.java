package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketCycleRows extends JpaRepository<TicketCycleRow, String> {}
