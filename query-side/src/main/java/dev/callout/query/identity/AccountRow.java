package dev.callout.query.identity;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountEmailChanged;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountEvent;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.Role;
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who may sign in. */
@Entity
@Table(name = "account")
class AccountRow extends Row<String> {

    private @Id String accountId;
    private String username;
    private String displayName;
    private String email;
    private @Enumerated(STRING) Role role;
    private String customerId;
    private String contactId;
    private String language;
    private boolean active;
    private String searchText;
    private long version;

    protected AccountRow() {}

    AccountRow(AccountOpened event, long version) {
        accountId = event.accountId();
        username = event.username();
        displayName = event.displayName();
        role = event.role();
        customerId = event.customerId();
        contactId = event.contactId();
        language = event.language();
        active = true;
        searchText = SearchText.of(username, displayName);
        this.version = version;
    }

    void on(AccountEvent event, long version) {
        if (event instanceof AccountRoleChanged changed) {
            role = changed.role();
        } else if (event instanceof AccountEmailChanged changed) {
            email = changed.email();
        } else if (event instanceof AccountDeactivated || event instanceof AccountErased) {
            active = false;
        } else if (event instanceof AccountReactivated) {
            active = true;
        }
        this.version = version;
    }

    @Override
    public String getId() {
        return accountId;
    }
}
