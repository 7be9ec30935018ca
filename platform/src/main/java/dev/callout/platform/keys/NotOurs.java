package dev.callout.platform.keys;

/** A sealed value that we did not seal so: somebody changed or moved it, or the master key is another one. */
public class NotOurs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOurs(String message, Throwable cause) {
        super(message, cause);
    }
}
