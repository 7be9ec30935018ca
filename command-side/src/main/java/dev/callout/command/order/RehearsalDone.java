package dev.callout.command.order;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;

/** Ends a rehearsal: what the command would have led to is known, and nothing of it is stored. */
class RehearsalDone extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    RehearsalDone(long version) {
        super("Rehearsed.", null, version);
    }

    /** Also from another node, where the class is lost on the way; empty when something else went wrong. */
    static Optional<Long> versionIn(CommandExecutionException done) {
        return done.getDetails().filter(Number.class::isInstance).map(version -> ((Number) version).longValue());
    }
}
