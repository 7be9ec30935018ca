package dev.callout.query.ticket.board;

import org.springframework.data.jpa.repository.JpaRepository;

interface TicketBoardRows extends JpaRepository<TicketBoardRow, String> {}
