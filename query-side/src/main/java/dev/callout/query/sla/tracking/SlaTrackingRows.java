package dev.callout.query.sla.tracking;

import org.springframework.data.jpa.repository.JpaRepository;

interface SlaTrackingRows extends JpaRepository<SlaTrackingRow, String> {}
