package dev.callout.query.sla;

import org.springframework.data.jpa.repository.JpaRepository;

interface SlaPolicyRows extends JpaRepository<SlaPolicyRow, String> {}
