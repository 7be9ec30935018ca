package dev.callout.query.ticket.bulk;

import org.springframework.data.jpa.repository.JpaRepository;

interface BulkItemRows extends JpaRepository<BulkItemRow, String> {}
