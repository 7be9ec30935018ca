package dev.callout.api;

import org.axonframework.commandhandling.CommandExecutionException;

/** Thrown when a rule says no. Nothing is stored; the {@link Refusal} travels to the sender. */
public class CommandRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    public CommandRefused(Refusal refusal) {
        super(refusal.reason(), null, refusal);
    }

    public CommandRefused(RefusalCode code, String reason) {
        this(new Refusal(code, reason));
    }

    public Refusal refusal() {
        return this.<Refusal>getDetails().orElseThrow();
    }

    public static void refuseWhen(boolean condition, RefusalCode code, String reason) {
        if (condition) {
            throw new CommandRefused(code, reason);
        }
    }
}
