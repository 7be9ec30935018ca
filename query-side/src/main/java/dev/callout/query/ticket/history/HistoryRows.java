package dev.callout.query.ticket.history;

import org.springframework.data.jpa.repository.JpaRepository;

interface HistoryRows extends JpaRepository<HistoryRow, String> {}
