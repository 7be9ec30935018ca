package dev.callout.query.sla;

import org.springframework.data.jpa.repository.JpaRepository;

interface WorkCalendarRows extends JpaRepository<WorkCalendarRow, String> {}
