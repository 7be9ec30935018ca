package dev.callout.query.identity;

import org.springframework.data.jpa.repository.JpaRepository;

interface TeamMemberRows extends JpaRepository<TeamMemberRow, String> {}
