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
import dev.callout.api.customer.CustomerPlanAgreed;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.CustomerSlaPolicyAssigned;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.domain.ticket.Staff;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.platform.rights.Rights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a command may refer to: customers, contacts, sites, accounts and teams that exist and fit together. Kept in the
 * transaction of the events themselves, so that what was just created can be referred to at once.
 */
@Component
@ProcessingGroup(References.GROUP)
public class References implements Staff {

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

    /**
     * Whom a ticket is for, all asked at once.
     *
     * @return the language to write to them in: the contact's, else the customer's, else null
     */
    public String requireParties(String customerId, String contactId, String siteId) {
        var found = jdbc.sql(PARTIES)
                .param("customer", customerId)
                .param("contact", contactId)
                .param("site", siteId)
                .query((row, n) -> new Parties(
                        row.getBoolean("customer_found"),
                        row.getBoolean("contact_found"),
                        row.getBoolean("site_found"),
                        row.getString("language")))
                .single();
        require(found.customer(), "customer", customerId);
        require(contactId == null || found.contact(), "contact", contactId);
        require(siteId == null || found.site(), "site", siteId);
        return found.language();
    }

    private record Parties(boolean customer, boolean contact, boolean site, String language) {}

    private static final String PARTIES =
            """
            SELECT customer.customer_id IS NOT NULL AND NOT %s AS customer_found,
                contact.contact_id IS NOT NULL AND NOT %s AS contact_found,
                EXISTS (SELECT FROM site_register WHERE site_id = asked.site AND customer_id = asked.customer) AS site_found,
                coalesce(contact.language, customer.language) AS language
            FROM (SELECT :customer::text AS customer, :contact::text AS contact, :site::text AS site) asked
            LEFT JOIN customer_register customer ON customer.customer_id = asked.customer
            LEFT JOIN contact_register contact
                ON contact.contact_id = asked.contact AND contact.customer_id = asked.customer
            """.formatted(PersonKeys.isErasedSql("asked.customer"), PersonKeys.isErasedSql("asked.contact"));

    /** Somebody on our side, who may be a member of a team. */
    public void requireStaff(String accountId) {
        require(accountId == null || isActive(accountId, role -> !role.isCustomer()), "member of staff", accountId);
    }

    public void requireTechnician(String accountId) {
        require(accountId == null || canWork(accountId), "active technician", accountId);
    }

    /** Whom a policy names as its supervisor: who leads the work from the desk. */
    public void requireSupervisor(String accountId) {
        require(
                accountId == null || has(EscalationRecipient.SUPERVISOR, accountId),
                "active dispatcher or manager",
                accountId);
    }

    public void requireManager(String accountId) {
        require(accountId == null || has(EscalationRecipient.MANAGER, accountId), "active manager", accountId);
    }

    @Override
    public boolean has(EscalationRecipient recipient, String accountId) {
        return accountId != null && isActive(accountId, recipient::canBe);
    }

    private boolean isActive(String accountId, Predicate<Role> fit) {
        return account(accountId)
                .filter(account -> account.active() && fit.test(account.role()))
                .isPresent();
    }

    @Override
    public boolean canWork(String accountId) {
        return account(accountId).filter(KnownAccount::canWork).isPresent();
    }

    @Override
    public boolean canWorkAsTeam(String teamId) {
        return membersOf(teamId).stream().anyMatch(this::canWork);
    }

    @Override
    public boolean canHelp(String accountId) {
        return account(accountId).filter(KnownAccount::canHelp).isPresent();
    }

    @Override
    public boolean canHelpAsTeam(String teamId) {
        return membersOf(teamId).stream().anyMatch(this::canHelp);
    }

    /** Whom a policy may name as its supervisor may have work as well: it was assigned by the policy. */
    @Override
    public Optional<ReturnCause> absence(String accountId) {
        var account = account(accountId);
        if (account.isEmpty()) {
            return Optional.of(ReturnCause.ERASED);
        }
        if (!account.get().active()) {
            return Optional.of(ReturnCause.DEACTIVATED);
        }
        var role = account.get().role();
        if (role != Role.TECHNICIAN && !EscalationRecipient.SUPERVISOR.canBe(role)) {
            return Optional.of(ReturnCause.ROLE_CHANGED);
        }
        return account.get().signsIn() ? Optional.empty() : Optional.of(ReturnCause.NO_SIGN_IN);
    }

    public void requireTeam(String teamId) {
        require(teamId == null || exists("SELECT 1 FROM team_register WHERE team_id = ?", teamId), "team", teamId);
    }

    public Optional<KnownAccount> account(String accountId) {
        return keys.isErased(accountId) ? Optional.empty() : registered(accountId);
    }

    private Optional<KnownAccount> registered(String accountId) {
        return jdbc.sql("SELECT role, customer_id, contact_id, active, EXISTS (SELECT FROM credential"
                        + " WHERE credential.account_id = known.account_id AND credential.active) AS signs_in"
                        + " FROM account_register known WHERE account_id = ?")
                .param(accountId)
                .query((row, n) -> new KnownAccount(
                        accountId,
                        Role.valueOf(row.getString("role")),
                        row.getString("customer_id"),
                        row.getString("contact_id"),
                        row.getBoolean("active"),
                        row.getBoolean("signs_in")))
                .optional();
    }

    public List<String> membersOf(String teamId) {
        return jdbc.sql("SELECT account_id FROM team_member_register WHERE team_id = ? AND member ORDER BY account_id")
                .param(teamId)
                .query(String.class)
                .list();
    }

    public List<String> teamsOf(String accountId) {
        return jdbc.sql("SELECT team_id FROM team_member_register WHERE account_id = ? AND member ORDER BY team_id")
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
    public record KnownAccount(
            String accountId, Role role, String customerId, String contactId, boolean active, boolean signsIn) {

        private boolean canWork() {
            return active && signsIn && role == Role.TECHNICIAN;
        }

        private boolean canHelp() {
            return active && signsIn && Rights.mayEver(role, AddNote.class);
        }

        public Actor actingThrough(String channel) {
            return new Actor(accountId, role, customerId, contactId, channel);
        }
    }

    // --- what is kept

    @EventHandler
    void on(CustomerRegistered event) {
        jdbc.sql("INSERT INTO customer_register AS known (customer_id, language, kind) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id) DO UPDATE SET kind = excluded.kind WHERE known.kind IS NULL")
                .params(event.customerId(), event.language(), event.kind().name())
                .update();
    }

    @EventHandler
    void on(CustomerPlanAgreed event, @SequenceNumber long version) {
        change("customer_register", "customer_id", "plan", "plan_version", event.customerId(), event.plan(), version);
    }

    @EventHandler
    void on(CustomerSlaPolicyAssigned event, @SequenceNumber long version) {
        change(
                "customer_register",
                "customer_id",
                "sla_policy_id",
                "sla_policy_version",
                event.customerId(),
                event.policyId(),
                version);
    }

    @EventHandler
    void on(CustomerDetailsChanged event, @SequenceNumber long version) {
        change(
                "customer_register",
                "customer_id",
                "language",
                "version",
                event.customerId(),
                event.language(),
                version);
    }

    @EventHandler
    void on(ContactAdded event, @SequenceNumber long version) {
        add(
                "INSERT INTO contact_register (contact_id, customer_id, language, version) VALUES (?, ?, ?, ?)",
                event.contactId(),
                event.customerId(),
                event.language(),
                version);
    }

    @EventHandler
    void on(ContactChanged event, @SequenceNumber long version) {
        change("contact_register", "contact_id", "language", "version", event.contactId(), event.language(), version);
    }

    @EventHandler
    void on(SiteAdded event) {
        add("INSERT INTO site_register (site_id, customer_id) VALUES (?, ?)", event.siteId(), event.customerId());
    }

    @EventHandler
    void on(AccountOpened event) {
        add(
                "INSERT INTO account_register (account_id, role, customer_id, contact_id, active)"
                        + " VALUES (?, ?, ?, ?, true)",
                event.accountId(),
                event.role().name(),
                event.customerId(),
                event.contactId());
    }

    @EventHandler
    void on(AccountRoleChanged event, @SequenceNumber long version) {
        change(
                "account_register",
                "account_id",
                "role",
                "role_version",
                event.accountId(),
                event.role().name(),
                version);
    }

    @EventHandler
    void on(AccountDeactivated event, @SequenceNumber long version) {
        change("account_register", "account_id", "active", "active_version", event.accountId(), false, version);
    }

    @EventHandler
    void on(AccountReactivated event, @SequenceNumber long version) {
        change("account_register", "account_id", "active", "active_version", event.accountId(), true, version);
    }

    @EventHandler
    void on(TeamFormed event) {
        add("INSERT INTO team_register (team_id) VALUES (?)", event.teamId());
    }

    @EventHandler
    void on(TeamMemberAdded event, @SequenceNumber long version) {
        member(event.teamId(), event.accountId(), true, version);
    }

    @EventHandler
    void on(TeamMemberRemoved event, @SequenceNumber long version) {
        member(event.teamId(), event.accountId(), false, version);
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

    private void member(String teamId, String accountId, boolean member, long version) {
        jdbc.sql("INSERT INTO team_member_register AS known (team_id, account_id, member, version) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (account_id, team_id) DO UPDATE"
                        + " SET member = excluded.member, version = excluded.version"
                        + " WHERE known.version < excluded.version")
                .params(teamId, accountId, member, version)
                .update();
    }

    /** What is there stays: an event may be heard of twice. */
    private void add(String sql, Object... params) {
        jdbc.sql(sql + " ON CONFLICT DO NOTHING")
                .params(Objects.requireNonNull(params))
                .update();
    }

    /** The latest event has the last word, in whatever order they are heard of. Who was erased since has no row. */
    private void change(String table, String key, String column, String known, String id, Object value, long version) {
        jdbc.sql("UPDATE " + table + " SET " + column + " = CASE WHEN " + known + " <= :version THEN :value"
                        + " ELSE " + column + " END, " + known + " = greatest(" + known + ", :version)"
                        + " WHERE " + key + " = :id")
                .param("version", version)
                .param("value", value)
                .param("id", id)
                .update();
    }
}
