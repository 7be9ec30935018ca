package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketMessageRows extends JpaRepository<TicketMessageRow, String> {}
