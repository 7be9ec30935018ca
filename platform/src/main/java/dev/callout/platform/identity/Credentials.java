package dev.callout.platform.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Role;
import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may sign in. Called where account commands are handled, in their transaction. What is changed here counts at once
 * on this node, and within {@link #REMEMBERED} on every other.
 */
@Component
public class Credentials {

    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final List<String> OF_ONE_ACCOUNT = List.of(
            "sign_in",
            "signed_in",
            "one_time_link",
            "second_factor",
            "recovery_code",
            "outside_identity",
            "credential");

    private final JdbcClient database;
    private final KeyedRows keyed;
    private final Passwords passwords;
    private final SignIns signIns;
    private final FailedSignIns failures;
    private final OneTimeLinks links;
    private final LoadingCache<String, Optional<Credential>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build(this::find);

    Credentials(
            JdbcClient database,
            KeyedRows keyed,
            Passwords passwords,
            SignIns signIns,
            FailedSignIns failures,
            OneTimeLinks links) {
        this.database = database;
        this.keyed = keyed;
        this.passwords = passwords;
        this.signIns = signIns;
        this.failures = failures;
        this.links = links;
    }

    /**
     * Lets somebody sign in; refuses an account or a user name that there is already.
     *
     * @param password null for somebody who is invited to choose one
     */
    public void open(Credential credential, String password) {
        var rows = database.sql("""
                        insert into credential (account_id, username, password_hash, role, customer_id, contact_id,
                                                language, active, changed_at)
                        values (:accountId, :username, :passwordHash, :role, :customerId, :contactId,
                                :language, :active, now())
                        on conflict do nothing""")
                .param("accountId", credential.accountId())
                .param("username", credential.username())
                .param("passwordHash", password == null ? null : passwords.hash(password))
                .param("role", credential.role().name())
                .param("customerId", credential.customerId())
                .param("contactId", credential.contactId())
                .param("language", credential.language())
                .param("active", credential.active())
                .update();
        if (rows == 0) {
            var sameAccount = find(credential.accountId()).isPresent();
            throw new CommandRefused(
                    sameAccount ? RefusalCode.ALREADY_EXISTS : RefusalCode.USERNAME_TAKEN,
                    sameAccount ? "This account exists already." : "This user name is taken.");
        }
        keyed.close(KeyedTable.CREDENTIAL, credential.accountId());
        forget(credential.accountId());
    }

    public void changeRole(String accountId, Role role) {
        if (role != Role.ADMIN) {
            requireAnotherAdministrator(accountId);
        }
        change(accountId, "role", role.name());
    }

    public void deactivate(String accountId) {
        requireAnotherAdministrator(accountId);
        change(accountId, "active", false);
        signIns.endAll(accountId);
        links.endAll(accountId);
    }

    /** Says where mail reaches somebody; links sent to an earlier address no longer work. */
    public void changeEmail(String accountId, String email) {
        change(accountId, "email", email);
        links.endAll(accountId);
    }

    public Optional<String> email(String accountId) {
        return database.sql("select email from credential where account_id = :accountId and email is not null")
                .param("accountId", accountId)
                .query(String.class)
                .optional()
                .filter(email -> isOurs(accountId));
    }

    /** Removes all that lets somebody sign in, as if there had never been any; what happened around it loses its details. */
    public void remove(String accountId) {
        requireAnotherAdministrator(accountId);
        signIns.endAll(accountId);
        find(accountId).ifPresent(credential -> failures.forget(credential.username()));
        for (var table : OF_ONE_ACCOUNT) {
            database.sql("delete from " + table + " where account_id = :id")
                    .param("id", accountId)
                    .update();
        }
        database.sql("update security_event set address = null, detail = null where account_id = :id")
                .param("id", accountId)
                .update();
        forget(accountId);
    }

    public void reactivate(String accountId) {
        change(accountId, "active", true);
    }

    /** Sets a new password; whoever is signed in with the old one is signed out. */
    public void changePassword(String accountId, String password) {
        change(accountId, "password_hash", passwords.hash(password));
        signIns.endAll(accountId);
        links.endAll(accountId);
    }

    /** Forgets wrong passwords: the next try does not have to wait. */
    public void unlock(String username) {
        failures.forget(username);
    }

    /**
     * Refuses to take away the last administrator who can sign in. Every administrator is locked first, so that of two
     * who take each other away at the same time the second one sees what the first one did.
     */
    private void requireAnotherAdministrator(String accountId) {
        var administrators = database.sql("""
                        select account_id from credential where role = 'ADMIN' and active and (password_hash is not null
                            or exists (select from outside_identity i where i.account_id = credential.account_id))
                        order by account_id for update""").query(String.class).list();
        CommandRefused.refuseWhen(
                administrators.equals(List.of(accountId)),
                RefusalCode.LAST_ADMINISTRATOR,
                "This is the last administrator who can sign in. Make somebody else an administrator first.");
    }

    public boolean matches(String accountId, String password) {
        return passwords.matches(password, passwordHash(accountId).orElse(null));
    }

    public Optional<Credential> find(String accountId) {
        return database.sql("select * from credential where account_id = :accountId")
                .param("accountId", accountId)
                .query(Credential.class)
                .optional()
                .filter(credential -> isOurs(credential.accountId()));
    }

    public Optional<Credential> findByUsername(String username) {
        return database.sql("select * from credential where lower(username) = lower(:username)")
                .param("username", username)
                .query(Credential.class)
                .optional()
                .filter(credential -> isOurs(credential.accountId()));
    }

    /** Who has a role and may sign in. */
    public List<String> activeAccounts(Role role) {
        return database.sql("select account_id from credential where role = ? and active order by account_id")
                .param(role.name())
                .query(String.class)
                .list();
    }

    /** Whether there is no account yet that could sign in. */
    public boolean isEmpty() {
        return database.sql("select not exists (select from credential)")
                .query(Boolean.class)
                .single();
    }

    /** The credential as it was at most {@link #REMEMBERED} ago, if it still lets anybody in. */
    Optional<Credential> activeAsRemembered(String accountId) {
        return known.get(accountId).filter(Credential::active);
    }

    Optional<String> passwordHash(String accountId) {
        return database.sql("select password_hash from credential"
                        + " where account_id = :accountId and password_hash is not null")
                .param("accountId", accountId)
                .query(String.class)
                .optional()
                .filter(hash -> isOurs(accountId));
    }

    /** Whoever wrote themselves in by hand is not let in. */
    private boolean isOurs(String accountId) {
        return keyed.isOurs(KeyedTable.CREDENTIAL, accountId);
    }

    private void change(String accountId, String column, Object value) {
        if (!isOurs(accountId)) {
            throw new CommandRefused(
                    RefusalCode.HISTORY_BROKEN,
                    "What is kept of this account was not written by this product; docs/audit.md says what to do.");
        }
        var rows = database.sql("update credential set " + column
                        + " = :value, changed_at = now() where account_id = :accountId")
                .param("value", value)
                .param("accountId", accountId)
                .update();
        if (rows == 0) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such account.");
        }
        keyed.close(KeyedTable.CREDENTIAL, accountId);
        forget(accountId);
    }

    private void forget(String accountId) {
        AfterCommit.run(() -> known.invalidate(accountId));
    }
}
