package dev.callout.query.ticket.counters;

import org.springframework.data.jpa.repository.JpaRepository;

interface CountedTicketRows extends JpaRepository<CountedTicketRow, String> {}
