package dev.callout.command.order;

import org.axonframework.commandhandling.CommandExecutionException;

/** Ends a rehearsal: what the command would have led to is known, and nothing of it is stored. */
class RehearsalDone extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    RehearsalDone(long version) {
        super("Rehearsed.", null, version);
    }

    long version() {
        return this.<Number>getDetails().orElseThrow().longValue();
    }
}
