package dev.callout.api.sla;

import java.time.Instant;
import java.util.List;

/**
 * What happened to a ticket, as far as its promises go: enough to say at any moment how each clock stands, under the
 * terms it had or under others.
 *
 * @param respondedAt when a person first answered; null if nobody has
 * @param visitPromisedAt when it was settled that somebody has to go there; null if nobody has to
 * @param arrivedAt when a technician was there; null if nobody was
 * @param cycles at least one
 * @param terms in order; empty when no policy was for the ticket
 */
public record SlaCourse(
        Instant startedAt,
        SlaSwitch startedBy,
        Instant respondedAt,
        SlaSwitch respondedBy,
        Instant visitPromisedAt,
        Instant arrivedAt,
        SlaSwitch arrivedBy,
        List<SlaCycle> cycles,
        List<SlaPause> pauses,
        List<SlaTerms> terms) {}
