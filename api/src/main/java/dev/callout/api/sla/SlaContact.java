package dev.callout.api.sla;

import java.time.Instant;

/** When the customer first reached us on a ticket that was merged into this one, before this one was raised. */
public record SlaContact(Instant at, SlaSwitch by) {}
