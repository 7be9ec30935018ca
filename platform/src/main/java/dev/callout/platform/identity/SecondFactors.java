package dev.callout.platform.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.Typed;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.privacy.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second thing besides a password that proves who somebody is: an authenticator app, or else a recovery code. */
@Component
public class SecondFactors {

    private static final String PLACE = "second factor";

    /** What an authenticator app has to be told, once. */
    public record Enrolment(String secret, String uri) {}

    private final JdbcClient database;
    private final Seal seal;
    private final RecoveryCodes recoveryCodes;
    private final FailedSignIns failed;
    private final SecurityLog log;
    private final TransactionTemplate transaction;
    private final LoadingCache<String, Boolean> on = Caffeine.newBuilder()
            .expireAfterWrite(Credentials.REMEMBERED)
            .maximumSize(10_000)
            .build(this::isOnNow);

    SecondFactors(
            JdbcClient database,
            Seal seal,
            RecoveryCodes recoveryCodes,
            FailedSignIns failed,
            SecurityLog log,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.seal = seal;
        this.recoveryCodes = recoveryCodes;
        this.failed = failed;
        this.log = log;
        transaction = new TransactionTemplate(transactions);
    }

    /** As it was at most {@link Credentials#REMEMBERED} ago. */
    boolean isOnAsRemembered(String accountId) {
        return on.get(accountId);
    }

    boolean isOnNow(String accountId) {
        return confirmed(accountId).isPresent();
    }

    /** Begins anew; nothing counts before it is confirmed by a code. */
    Enrolment begin(String accountId, String username) {
        var secret = TimeCodes.newSecret();
        var bytes = seal.close(accountId, PLACE, secret).orElseThrow();
        var rows = database.sql("""
                        insert into second_factor as f (account_id, secret, begun_at) values (:account, :secret, now())
                        on conflict (account_id) do update set secret = excluded.secret, begun_at = now(), last_step = 0
                        where f.confirmed_at is null""")
                .param("account", accountId)
                .param("secret", bytes)
                .update();
        if (rows == 0) {
            throw new CommandRefused(RefusalCode.ALREADY_EXISTS, "There is a second factor already.");
        }
        return enrolment(username, secret);
    }

    /** Switches it on when the app shows the right code. Gives the recovery codes, to be shown once. */
    public List<String> confirm(String accountId, String code) {
        var secret = begun(accountId)
                .orElseThrow(() -> new CommandRefused(
                        RefusalCode.SECOND_FACTOR_NOT_BEGUN,
                        "Nothing was begun within the last 10 minutes: begin with a secret."));
        guess(accountId, () -> useUp(accountId, secret, code));
        return transaction.execute(open -> {
            database.sql("update second_factor set confirmed_at = now() where account_id = :account")
                    .param("account", accountId)
                    .update();
            changed(accountId, SecurityEventKind.SECOND_FACTOR_ON, null);
            return recoveryCodes.renew(accountId);
        });
    }

    /** Lets pass whoever has a code that works now. It works no second time. */
    void require(String accountId, String code) {
        guess(
                accountId,
                () -> confirmed(accountId)
                        .filter(secret -> useUp(accountId, secret, code) || useRecovery(accountId, code))
                        .isPresent());
    }

    public List<String> renewRecoveryCodes(String accountId, String code) {
        require(accountId, code);
        return transaction.execute(open -> {
            log.note(SecurityEventKind.RECOVERY_CODES_RENEWED, accountId);
            return recoveryCodes.renew(accountId);
        });
    }

    public void disable(String accountId, String code) {
        require(accountId, code);
        transaction.executeWithoutResult(open -> forget(accountId, null));
    }

    /** For somebody who lost it, by an administrator. */
    public void forget(String accountId, String byAccountId) {
        recoveryCodes.forget(accountId);
        database.sql("delete from second_factor where account_id = :account")
                .param("account", accountId)
                .update();
        changed(accountId, SecurityEventKind.SECOND_FACTOR_OFF, byAccountId);
    }

    private void changed(String accountId, SecurityEventKind kind, String byAccountId) {
        log.note(kind, accountId, byAccountId, null, null);
        AfterCommit.run(() -> on.invalidate(accountId));
    }

    /**
     * Wrong codes cost time, as wrong passwords do. Never in a transaction: the next guess would wait for its end, each
     * with a connection that this one may need to get there.
     */
    private void guess(String accountId, BooleanSupplier isRight) {
        var counted = PLACE + " of " + accountId;
        failed.take(counted, FailedSignIns.FREE_TRIES).ifPresent(wait -> {
            throw new TooManyTries(wait.toSeconds() + 1);
        });
        if (!isRight.getAsBoolean()) {
            log.note(SecurityEventKind.SECOND_FACTOR_FAILED, accountId);
            throw new WrongCode();
        }
        failed.forget(counted);
    }

    /** The code's step must lie after every step used before. */
    private boolean useUp(String accountId, byte[] secret, String code) {
        var step = TimeCodes.step(secret, Typed.code(code), Instant.now());
        return step.isPresent()
                && database.sql("update second_factor set last_step = :step"
                                        + " where account_id = :account and last_step < :step")
                                .param("account", accountId)
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean useRecovery(String accountId, String code) {
        var used = recoveryCodes.use(accountId, code);
        if (used) {
            log.note(SecurityEventKind.RECOVERY_CODE_USED, accountId);
        }
        return used;
    }

    private Optional<byte[]> confirmed(String accountId) {
        return secret(accountId, "confirmed_at is not null");
    }

    /** A secret that somebody else may have seen on a screen left alone does not wait for long. */
    private Optional<byte[]> begun(String accountId) {
        return secret(accountId, "confirmed_at is null and begun_at > now() - interval '10 minutes'");
    }

    private Optional<byte[]> secret(String accountId, String which) {
        return database.sql("select secret from second_factor where account_id = :account and " + which)
                .param("account", accountId)
                .query(byte[].class)
                .optional()
                .flatMap(bytes -> seal.open(accountId, PLACE, bytes));
    }

    private static Enrolment enrolment(String username, byte[] secret) {
        return new Enrolment(TimeCodes.inLetters(secret), TimeCodes.uri(username, secret));
    }
}
