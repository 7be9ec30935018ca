package dev.callout.query.identity;

import org.springframework.data.jpa.repository.JpaRepository;

interface TeamRows extends JpaRepository<TeamRow, String> {}
