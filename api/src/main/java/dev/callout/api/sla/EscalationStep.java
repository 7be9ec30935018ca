package dev.callout.api.sla;

import java.util.List;

/**
 * What happens when so much of the time of a clock is used.
 *
 * @param percent of the target; 100 is the due time
 */
public record EscalationStep(
        SlaClock clock, int percent, EscalationAction action, List<EscalationRecipient> recipients) {}
