package dev.callout.platform;

/** Why the product had better not run as it is set up: one sentence for the person at the keyboard. */
public class WillNotStart extends RuntimeException {

    public WillNotStart(String message) {
        super(message);
    }
}
