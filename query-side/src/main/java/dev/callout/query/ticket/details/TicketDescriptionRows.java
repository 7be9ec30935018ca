package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketDescriptionRows extends JpaRepository<TicketDescriptionRow, String> {}
