package dev.callout.platform.identity;

import dev.callout.api.identity.SecurityEventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes what happens around signing in. A note stays, also when what it is about is rolled back. */
@Component
public class SecurityLog {

    private final JdbcClient database;
    private final TransactionTemplate onItsOwn;

    SecurityLog(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.onItsOwn = new TransactionTemplate(transactions);
        onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        onItsOwn.executeWithoutResult(open -> database.sql("""
                        insert into security_event (happened_at, kind, account_id, by_account_id, address, detail)
                        values (clock_timestamp(), :kind, :account, :by, :address, :detail)""")
                .param("kind", kind.name())
                .param("account", accountId)
                .param("by", byAccountId)
                .param("address", address)
                .param("detail", detail)
                .update());
    }
}
