package dev.callout.query.ticket.details;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketAssignmentRows extends JpaRepository<TicketAssignmentRow, String> {}
