package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketWatcherRows extends JpaRepository<TicketWatcherRow, String> {}
