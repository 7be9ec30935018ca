package dev.callout.platform.identity;

import org.springframework.security.core.AuthenticationException;

/** Somebody guesses passwords, or forgot one: wait before the next try. */
public class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long waitSeconds;

    TooManyTries(long waitSeconds) {
        super("Too many tries");
        this.waitSeconds = Math.max(1, waitSeconds);
    }

    public long waitSeconds() {
        return waitSeconds;
    }
}
