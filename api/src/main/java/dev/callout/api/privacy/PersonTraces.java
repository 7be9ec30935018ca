package dev.callout.api.privacy;

import java.util.List;

/**
 * Where a person shows.
 *
 * @param personId the person's own id, whichever of its ids was asked for
 * @param name null for a person who is erased already
 * @param tickets those that are the person's
 * @param openTickets on how many tickets work goes on, which an erasure doesn't stop
 * @param ticketsWithTexts on how many tickets, the person's or others', there are texts or files by the person
 * @param files on the person's tickets, or sent by the person
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
        int ticketsWithTexts,
        int files,
        boolean erased,
        List<String> warnings) {}
