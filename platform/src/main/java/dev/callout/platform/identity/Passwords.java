package dev.callout.platform.identity;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Keeps passwords as Argon2id hashes, and takes as long over a user it does not know as over one it does. */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    private final String nobodys = argon2.encode("nobody's password");

    String hash(String password) {
        return argon2.encode(password);
    }

    /** @param hash null for a user that does not exist */
    boolean matches(String password, String hash) {
        return argon2.matches(password, hash == null ? nobodys : hash) && hash != null;
    }
}
