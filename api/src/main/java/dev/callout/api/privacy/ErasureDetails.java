package dev.callout.api.privacy;

import java.time.Instant;

/** One erasure, without anything of the person but an id; {@code erased} is there once it is completed. */
public record ErasureDetails(
        String erasureId,
        String personId,
        PersonKind kind,
        ErasureGround ground,
        String orderedBy,
        Instant orderedAt,
        Instant completedAt,
        Erased erased,
        long version) {}
