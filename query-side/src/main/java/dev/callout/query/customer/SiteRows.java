package dev.callout.query.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface SiteRows extends JpaRepository<SiteRow, String> {}
