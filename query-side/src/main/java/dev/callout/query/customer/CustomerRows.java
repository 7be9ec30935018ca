package dev.callout.query.customer;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerRows extends JpaRepository<CustomerRow, String> {}
