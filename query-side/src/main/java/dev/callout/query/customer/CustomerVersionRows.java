package dev.callout.query.customer;

import dev.callout.query.customer.CustomerVersionRow.Key;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerVersionRows extends JpaRepository<CustomerVersionRow, Key> {}
