package dev.callout.query.ticket.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerEntryRows extends JpaRepository<CustomerEntryRow, String> {}
