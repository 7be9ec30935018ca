package dev.callout.command.identity;

import dev.callout.api.Typed;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.http.RateLimit;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.OneTimeLinks;
import dev.callout.platform.identity.OneTimeLinks.Purpose;
import dev.callout.platform.identity.SecurityLog;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes requests for a new password. What comes of one happens behind the asker's back, so that neither the answer nor
 * its time tells whether there is such an account.
 */
@Component
class ResetRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ResetRequests.class);
    private static final int PER_ACCOUNT_AND_HOUR = 3;
    private static final int MOST_WAITING = 1000;

    private final Credentials credentials;
    private final OneTimeLinks links;
    private final PasswordLinks passwordLinks;
    private final TransactionTemplate transaction;
    private final SecurityLog log;
    private final RateLimit byAddress;
    private final ThreadPoolExecutor behind = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
                var thread = new Thread(work, "password-reset");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // whoever asked in such a flood asks again

    ResetRequests(
            Credentials credentials,
            OneTimeLinks links,
            PasswordLinks passwordLinks,
            TransactionTemplate transaction,
            SecurityLog log,
            @Value("${callout.password-reset.requests-per-address-and-hour:120}") int perAddressAndHour) {
        this.credentials = credentials;
        this.links = links;
        this.passwordLinks = passwordLinks;
        this.transaction = transaction;
        this.log = log;
        this.byAddress = new RateLimit(perAddressAndHour, Duration.ofHours(1));
    }

    void take(String username, String address) {
        var probe = byAddress.take(address);
        if (!probe.isConsumed()) {
            throw new ProblemException(ProblemCode.RATE_LIMITED).retryAfter(RateLimit.waitSeconds(probe));
        }
        behind.execute(() -> answer(username, address));
    }

    private void answer(String username, String address) {
        try {
            transaction.executeWithoutResult(open -> credentials
                    .findByUsername(Typed.username(username).replace('\0', ' ')) // the database holds no NUL
                    .filter(Credential::active)
                    .map(Credential::accountId)
                    .filter(account -> links.madeWithinAnHour(account, Purpose.RESET) < PER_ACCOUNT_AND_HOUR)
                    .ifPresent(account -> {
                        passwordLinks.mail(account, Purpose.RESET);
                        log.note(SecurityEventKind.PASSWORD_RESET_REQUESTED, account, null, address, null);
                    }));
        } catch (RuntimeException e) {
            LOG.error("A request for a new password came to nothing", e);
        }
    }

    @PreDestroy
    void stop() {
        behind.shutdown();
    }
}
