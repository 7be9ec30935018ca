package dev.callout.platform.identity;

import dev.callout.api.Typed;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.http.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Lets in whoever knows a name and its password. Says the same, as slowly, whichever of the two was wrong. */
@Component
public class PasswordSignIn {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

    /**
     * Whoever guesses is kept out where they guess from, and the owner of the name still gets in from elsewhere. Only many
     * wrong tries from many addresses keep everybody out.
     */
    private static final int FREE_TRIES_FROM_EVERYWHERE = 50;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    private final Credentials credentials;
    private final Passwords passwords;
    private final FailedSignIns failed;
    private final SecondFactors secondFactors;
    private final SecurityLog securityLog;
    private final RateLimit byAddress;
    private final ReentrantLock[] oneAtATime =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    PasswordSignIn(
            Credentials credentials,
            Passwords passwords,
            FailedSignIns failed,
            SecondFactors secondFactors,
            SecurityLog securityLog,
            @Value("${callout.sign-in.tries-per-address-and-minute:50}") int triesPerAddressAndMinute) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.failed = failed;
        this.secondFactors = secondFactors;
        this.securityLog = securityLog;
        this.byAddress = new RateLimit(triesPerAddressAndMinute, Duration.ofMinutes(1));
    }

    /**
     * Who this is, with the second factor where there is one.
     *
     * @param code what the authenticator app shows, or null when nobody was asked for it yet
     */
    Credential check(String username, String password, String code, String address) {
        var credential = check(username, password, address);
        if (secondFactors.isOnNow(credential.accountId())) {
            if (code == null || code.isBlank()) {
                throw new SecondFactorMissing(credential.accountId());
            }
            secondFactors.require(credential.accountId(), code);
        }
        return credential;
    }

    /** Who knows this name's password; no second factor is asked for. */
    public Credential check(String typedUsername, String password, String address) {
        var username = Typed.username(typedUsername);
        var probe = byAddress.take(address);
        if (!probe.isConsumed()) {
            throw new TooManyTries(RateLimit.waitSeconds(probe));
        }
        var lock = oneAtATime[Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), oneAtATime.length)];
        lock.lock(); // or many guesses at once would all be the first
        try {
            var credential = checkName(username, password, address);
            byAddress.giveBack(address); // only wrong tries count
            return credential;
        } finally {
            lock.unlock();
        }
    }

    private Credential checkName(String username, String password, String address) {
        if (!NAME.matcher(username).matches()) { // counted it could stand for another name, or for nobody's
            passwords.matches(password, null);
            throw new BadCredentialsException("User name or password is wrong");
        }
        var fromHere = username + "\n" + address;
        take(fromHere, FailedSignIns.FREE_TRIES, username, address);
        take(username, FREE_TRIES_FROM_EVERYWHERE, username, address);
        var credential = find(username);
        var hash = credential.flatMap(found -> credentials.passwordHash(found.accountId()));
        var right = passwords.matches(password, hash.orElse(null));
        if (!right || !credential.get().active()) {
            failed.forgetOld();
            securityLog.noteFrom(
                    address,
                    SecurityEventKind.SIGN_IN_FAILED,
                    credential.map(Credential::accountId).orElse(null));
            log.warn(
                    "Sign-in refused for {}",
                    credential.map(Credential::accountId).orElse("a name nobody has"));
            throw new BadCredentialsException("User name or password is wrong");
        }
        failed.forget(fromHere);
        failed.giveBack(username, FREE_TRIES_FROM_EVERYWHERE);
        return credential.get();
    }

    private void take(String guessed, int free, String username, String address) {
        failed.take(guessed, free).ifPresent(wait -> {
            securityLog.noteFrom(address, SecurityEventKind.SIGN_IN_LOCKED, accountOf(username));
            throw new TooManyTries(wait.toSeconds() + 1);
        });
    }

    private String accountOf(String username) {
        return find(username).map(Credential::accountId).orElse(null);
    }

    private Optional<Credential> find(String username) {
        return credentials.findByUsername(username);
    }
}
