package dev.callout.domain.ticket;

import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.ticket.ReturnCause;
import java.util.Optional;

/** Who works here at the moment, and what can be asked of them. */
public interface Staff {

    /** Whether an account is active and fit to be a policy's supervisor or manager; nobody is not. */
    boolean has(EscalationRecipient recipient, String accountId);

    /** Whether an account can be given work: an active technician who can sign in. */
    boolean canWork(String accountId);

    /** Whether a team can be given work: one of its members can. */
    boolean canWorkAsTeam(String teamId);

    /** Whether an account can be asked for help: an active one of staff that may write on tickets and can sign in. */
    boolean canHelp(String accountId);

    /** Whether a team can be asked for help: one of its members can. */
    boolean canHelpAsTeam(String teamId);

    /** Why somebody who has work can't go on with it; empty when they can. */
    Optional<ReturnCause> absence(String accountId);
}
