package dev.callout.query.privacy;

import org.springframework.data.jpa.repository.JpaRepository;

interface ErasureRows extends JpaRepository<ErasureRow, String> {}
