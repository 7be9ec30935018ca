package dev.callout.query.ticket.timeline;

import dev.callout.query.ticket.timeline.TicketVersionRow.Key;
import org.springframework.data.jpa.repository.JpaRepository;

interface TicketVersionRows extends JpaRepository<TicketVersionRow, Key> {}
