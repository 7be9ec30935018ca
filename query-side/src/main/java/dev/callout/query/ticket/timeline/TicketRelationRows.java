package dev.callout.query.ticket.timeline;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketRelationRows extends JpaRepository<TicketRelationRow, String> {}
