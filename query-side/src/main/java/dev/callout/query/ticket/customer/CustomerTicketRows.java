package dev.callout.query.ticket.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerTicketRows extends JpaRepository<CustomerTicketRow, String> {}
