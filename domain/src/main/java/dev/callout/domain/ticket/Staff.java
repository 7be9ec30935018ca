package dev.callout.domain.ticket;

import dev.callout.api.sla.EscalationRecipient;

/** Who works here at the moment. */
public interface Staff {

    /** Whether an account is active and fit to be a policy's supervisor or manager; nobody is not. */
    boolean has(EscalationRecipient recipient, String accountId);
}
