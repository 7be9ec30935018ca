package dev.callout.platform.identity;

import dev.callout.platform.http.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Lets in whoever knows a name and its password. Says the same, as slowly, whichever of the two was wrong. */
@Component
class PasswordSignIn {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Credentials credentials;
    private final Passwords passwords;
    private final FailedSignIns failed;
    private final RateLimit byAddress;
    private final ReentrantLock[] oneAtATime =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    PasswordSignIn(
            Credentials credentials,
            Passwords passwords,
            FailedSignIns failed,
            @Value("${callout.sign-in.tries-per-address-and-minute:50}") int triesPerAddressAndMinute) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.failed = failed;
        this.byAddress = new RateLimit(triesPerAddressAndMinute, Duration.ofMinutes(1));
    }

    Credential check(String username, String password, String address) {
        var probe = byAddress.take(address);
        if (!probe.isConsumed()) {
            throw new TooManyTries(RateLimit.waitSeconds(probe));
        }
        var lock = oneAtATime[Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), oneAtATime.length)];
        lock.lock(); // or many guesses at once would all be the first
        try {
            var credential = check(username, password);
            byAddress.giveBack(address); // only wrong tries count
            return credential;
        } finally {
            lock.unlock();
        }
    }

    private Credential check(String username, String password) {
        failed.wait(username).ifPresent(wait -> {
            throw new TooManyTries(wait.toSeconds() + 1);
        });
        var credential = credentials.findByUsername(username.replace('\0', ' ')); // the database holds no NUL
        var hash = credential.flatMap(found -> credentials.passwordHash(found.accountId()));
        var right = passwords.matches(password, hash.orElse(null));
        if (!right || !credential.get().active()) {
            failed.count(username);
            log.warn(
                    "Sign-in refused for {}",
                    credential.map(Credential::accountId).orElse("a name nobody has"));
            throw new BadCredentialsException("User name or password is wrong");
        }
        failed.forget(username);
        return credential.get();
    }
}
