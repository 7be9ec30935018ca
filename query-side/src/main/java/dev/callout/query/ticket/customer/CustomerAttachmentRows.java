package dev.callout.query.ticket.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerAttachmentRows extends JpaRepository<CustomerAttachmentRow, String> {}
