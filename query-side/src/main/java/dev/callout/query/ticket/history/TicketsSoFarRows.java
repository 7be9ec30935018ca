package dev.callout.query.ticket.history;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketsSoFarRows extends JpaRepository<TicketSoFarRow, String> {}
