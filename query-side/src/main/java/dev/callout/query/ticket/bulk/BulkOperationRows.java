package dev.callout.query.ticket.bulk;

import org.springframework.data.jpa.repository.JpaRepository;

interface BulkOperationRows extends JpaRepository<BulkOperationRow, String> {}
