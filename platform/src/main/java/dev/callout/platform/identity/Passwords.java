package dev.callout.platform.identity;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords as Argon2id hashes, and takes as long over a user it does not know as over one it does. Each hash needs
 * much memory on purpose, so only a few are computed at the same time: a crowd of strangers at the door must not use up
 * what all need.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    private final String nobodys = argon2.encode("nobody's password");

    private final Semaphore places;
    private final Duration patience;

    Passwords() {
        this(AT_A_TIME, PATIENCE);
    }

    Passwords(int atATime, Duration patience) {
        this.places = new Semaphore(atATime, true);
        this.patience = patience;
    }

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** @param hash null for a user that does not exist */
    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!hasPlace()) {
            throw new ProblemException(ProblemCode.OVERLOADED).retryAfter(RETRY_AFTER_SECONDS);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
