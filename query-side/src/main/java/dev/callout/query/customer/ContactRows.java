package dev.callout.query.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface ContactRows extends JpaRepository<ContactRow, String> {}
