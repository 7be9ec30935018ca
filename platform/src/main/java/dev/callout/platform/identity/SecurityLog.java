package dev.callout.platform.identity;

import dev.callout.api.identity.SecurityEventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what happens around signing in, in the caller's transaction where there is one: a note of what was done is there
 * when it was. What was refused is noted outside the transaction that was to do it, never by a second connection beside
 * it, which a full pool would not have.
 */
@Component
public class SecurityLog {

    private final JdbcClient database;

    SecurityLog(JdbcClient database) {
        this.database = database;
    }

    public void note(SecurityEventKind kind, String accountId) {
        note(kind, accountId, null, null, null);
    }

    /** For tries to sign in; the account is null when nobody has the name that was typed, which is never noted. */
    void noteFrom(String address, SecurityEventKind kind, String accountId) {
        note(kind, accountId, null, address, null);
    }

    /** @param detail never a secret, never what somebody typed */
    public void note(SecurityEventKind kind, String accountId, String byAccountId, String address, String detail) {
        database.sql("""
                        insert into security_event (happened_at, kind, account_id, by_account_id, address, detail)
                        values (clock_timestamp(), :kind, :account, :by, :address, :detail)""")
                .param("kind", kind.name())
                .param("account", accountId)
                .param("by", byAccountId)
                .param("address", address)
                .param("detail", detail)
                .update();
    }
}
