package dev.callout.platform.audit;

/** Says in plain words what does not fit in a proof. */
public final class UnsoundProof extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsoundProof(String message) {
        super(message, null, false, false); // an answer, not an accident: no stack trace
    }

    static void unless(boolean sound, String message, Object... values) {
        if (!sound) {
            throw new UnsoundProof(message.formatted(values));
        }
    }
}
