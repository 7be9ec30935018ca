package dev.callout.platform.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account somebody known at the outside issuer has here. A mail address proves nothing and links nobody. */
@Component
public class OutsideIdentities {

    private final JdbcClient database;
    private final KeyedRows keyed;
    private final Credentials credentials;
    private final OutsideIssuer issuer;
    private final SecurityLog log;

    OutsideIdentities(
            JdbcClient database, KeyedRows keyed, Credentials credentials, OutsideIssuer issuer, SecurityLog log) {
        this.database = database;
        this.keyed = keyed;
        this.credentials = credentials;
        this.issuer = issuer;
        this.log = log;
    }

    Optional<String> account(String issuer, String subject) {
        return database.sql("select account_id from outside_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional()
                .filter(account -> keyed.isOurs(KeyedTable.OUTSIDE_IDENTITY, issuer + " " + subject));
    }

    /** Lets whoever the issuer calls this sign in to the account. */
    public void link(String accountId, String issuer, String subject, String byAccountId) {
        if (!this.issuer.is(issuer)) {
            throw new CommandRefused(RefusalCode.INVALID_VALUE, "This is not the issuer that this product trusts.");
        }
        if (credentials.find(accountId).isEmpty()) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such account.");
        }
        database.sql("insert into outside_identity (issuer, subject, account_id, linked_at)"
                        + " values (:issuer, :subject, :account, now()) on conflict do nothing returning true")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", accountId)
                .query(Boolean.class)
                .optional()
                .ifPresent(added -> keyed.close(KeyedTable.OUTSIDE_IDENTITY, issuer + " " + subject));
        if (account(issuer, subject).filter(accountId::equals).isEmpty()) {
            throw new CommandRefused(RefusalCode.ALREADY_EXISTS, "This identity belongs to another account.");
        }
        log.note(SecurityEventKind.IDENTITY_LINKED, accountId, byAccountId, null, null);
    }
}
