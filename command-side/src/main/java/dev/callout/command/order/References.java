package dev.callout.command.order;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.privacy.PersonKeys;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a command may refer to: customers, contacts, sites, accounts and teams that exist and fit together. Kept in the
 * transaction of the events themselves, so that what was just created can be referred to at once.
 */
@Component
@ProcessingGroup(References.GROUP)
public class References {

    public static final String GROUP = "register-references";

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    References(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    // --- questions

    public void requireCustomer(String customerId) {
        require(
                exists("SELECT 1 FROM customer_register WHERE customer_id = ?", customerId) && isKept(customerId),
                "customer",
                customerId);
    }

    public void requireContact(String customerId, String contactId) {
        require(
                contactId == null
                        || exists(
                                        "SELECT 1 FROM contact_register WHERE contact_id = ? AND customer_id = ?",
                                        contactId,
                                        customerId)
                                && isKept(contactId),
                "contact",
                contactId);
    }

    public void requireSite(String customerId, String siteId) {
        require(
                siteId == null
                        || exists(
                                "SELECT 1 FROM site_register WHERE site_id = ? AND customer_id = ?",
                                siteId,
                                customerId),
                "site",
                siteId);
    }

    /** Somebody on our side who may be given work or be asked for help. */
    public void requireStaff(String accountId) {
        require(
                accountId == null
                        || account(accountId)
                                .filter(account ->
                                        account.active() && !account.role().isCustomer())
                                .isPresent(),
                "member of staff",
                accountId);
    }

    public void requireTechnician(String accountId) {
        require(
                accountId == null
                        || account(accountId)
                                .filter(account -> account.active() && account.role() == Role.TECHNICIAN)
                                .isPresent(),
                "technician",
                accountId);
    }

    public void requireTeam(String teamId) {
        require(teamId == null || exists("SELECT 1 FROM team_register WHERE team_id = ?", teamId), "team", teamId);
    }

    public Optional<KnownAccount> account(String accountId) {
        return keys.isErased(accountId) ? Optional.empty() : registered(accountId);
    }

    private Optional<KnownAccount> registered(String accountId) {
        return jdbc.sql("SELECT role, customer_id, contact_id, active FROM account_register WHERE account_id = ?")
                .param(accountId)
                .query((row, n) -> new KnownAccount(
                        accountId,
                        Role.valueOf(row.getString("role")),
                        row.getString("customer_id"),
                        row.getString("contact_id"),
                        row.getBoolean("active")))
                .optional();
    }

    public List<String> teamsOf(String accountId) {
        return jdbc.sql("SELECT team_id FROM team_member_register WHERE account_id = ? ORDER BY team_id")
                .param(accountId)
                .query(String.class)
                .list();
    }

    /** The language to write in: the contact's, else the customer's, else none. */
    public String languageOf(String customerId, String contactId) {
        return jdbc.sql("SELECT coalesce((SELECT language FROM contact_register WHERE contact_id = ?),"
                        + " (SELECT language FROM customer_register WHERE customer_id = ?)) AS language")
                .params(contactId, customerId)
                .query((row, n) -> Optional.ofNullable(row.getString("language")))
                .single()
                .orElse(null);
    }

    /** Whoever is erased is gone from the moment of the order, before every register says so. */
    private boolean isKept(String personId) {
        return !keys.isErased(personId);
    }

    private boolean exists(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).optional().isPresent();
    }

    private static void require(boolean found, String what, String id) {
        refuseWhen(!found, REFERENCE_NOT_FOUND, "There is no " + what + " " + id + " here.");
    }

    /** An account as far as commands need to know it. */
    public record KnownAccount(String accountId, Role role, String customerId, String contactId, boolean active) {

        public Actor actingThrough(String channel) {
            return new Actor(accountId, role, customerId, contactId, channel);
        }
    }

    // --- what is kept

    @EventHandler
    void on(CustomerRegistered event) {
        update(
                "INSERT INTO customer_register (customer_id, language) VALUES (?, ?)",
                event.customerId(),
                event.language());
    }

    @EventHandler
    void on(CustomerDetailsChanged event) {
        update("UPDATE customer_register SET language = ? WHERE customer_id = ?", event.language(), event.customerId());
    }

    @EventHandler
    void on(ContactAdded event) {
        update(
                "INSERT INTO contact_register (contact_id, customer_id, language) VALUES (?, ?, ?)",
                event.contactId(),
                event.customerId(),
                event.language());
    }

    @EventHandler
    void on(ContactChanged event) {
        update("UPDATE contact_register SET language = ? WHERE contact_id = ?", event.language(), event.contactId());
    }

    @EventHandler
    void on(SiteAdded event) {
        update("INSERT INTO site_register (site_id, customer_id) VALUES (?, ?)", event.siteId(), event.customerId());
    }

    @EventHandler
    void on(AccountOpened event) {
        update(
                "INSERT INTO account_register (account_id, role, customer_id, contact_id, active)"
                        + " VALUES (?, ?, ?, ?, true)",
                event.accountId(),
                event.role().name(),
                event.customerId(),
                event.contactId());
    }

    @EventHandler
    void on(AccountRoleChanged event) {
        update(
                "UPDATE account_register SET role = ? WHERE account_id = ?",
                event.role().name(),
                event.accountId());
    }

    @EventHandler
    void on(AccountDeactivated event) {
        update("UPDATE account_register SET active = false WHERE account_id = ?", event.accountId());
    }

    @EventHandler
    void on(AccountReactivated event) {
        update("UPDATE account_register SET active = true WHERE account_id = ?", event.accountId());
    }

    @EventHandler
    void on(TeamFormed event) {
        update("INSERT INTO team_register (team_id) VALUES (?)", event.teamId());
    }

    @EventHandler
    void on(TeamMemberAdded event) {
        update(
                "INSERT INTO team_member_register (team_id, account_id) VALUES (?, ?)",
                event.teamId(),
                event.accountId());
    }

    @EventHandler
    void on(TeamMemberRemoved event) {
        update(
                "DELETE FROM team_member_register WHERE team_id = ? AND account_id = ?",
                event.teamId(),
                event.accountId());
    }

    @EventHandler
    void on(ContactErased event) {
        remove("DELETE FROM contact_register WHERE contact_id = ?", event.contactId());
    }

    @EventHandler
    void on(CustomerErased event) {
        remove("DELETE FROM site_register WHERE customer_id = ?", event.customerId());
        remove("DELETE FROM contact_register WHERE customer_id = ?", event.customerId());
        remove("DELETE FROM customer_register WHERE customer_id = ?", event.customerId());
    }

    @EventHandler
    void on(AccountErased event) {
        remove("DELETE FROM team_member_register WHERE account_id = ?", event.accountId());
        remove("DELETE FROM account_register WHERE account_id = ?", event.accountId());
    }

    private void remove(String sql, String id) {
        jdbc.sql(sql).param(id).update();
    }

    private void update(String sql, Object... params) {
        var changed = jdbc.sql(sql).params(Objects.requireNonNull(params)).update();
        if (changed != 1) {
            throw new IllegalStateException("The register has no row for: " + sql);
        }
    }
}
