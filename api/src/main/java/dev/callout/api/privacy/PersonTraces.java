package dev.callout.api.privacy;

import java.util.List;

/**
 * Where a person shows.
 *
 * @param name null for a person who is erased already
 * @param openTickets on how many tickets work goes on, which an erasure doesn't stop
 * @param warnings what the officer should know before
 */
public record PersonTraces(
        String personId,
        PersonKind kind,
        String name,
        String customerId,
        int contacts,
        int accounts,
        int tickets,
        int openTickets,
        int files,
        boolean erased,
        List<String> warnings) {}
