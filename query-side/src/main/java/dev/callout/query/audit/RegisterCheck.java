package dev.callout.query.audit;

import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.query.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the tables that say who may do what, and whose something is, with what the events say. Commands are decided
 * by these tables, so whoever changes one of them by hand is to be found out.
 */
@Component
class RegisterCheck {

    private static final int AT_A_TIME = 1_000;
    private static final int LOOKS = 5;
    private static final long LOOK_AGAIN_AFTER_MILLIS = 2_000;
    private static final String OF_AN_ACCOUNT = "role, customer_id, contact_id, active";

    private final JdbcClient db;
    private final EventsOf events;
    private final Snapshot moment;
    private final boolean registersFollowLater;

    RegisterCheck(
            JdbcClient db,
            EventsOf events,
            Snapshot moment,
            @Value("${callout.event-store:postgres}") String eventStore) {
        this.db = db;
        this.events = events;
        this.moment = moment;
        this.registersFollowLater = eventStore.equals("axon-server");
    }

    /** Where events are stored elsewhere, a register may follow them a little later: only what stays counts. */
    List<Finding> differences() {
        var found = moment.readAtLength(this::look);
        for (var looks = 1; registersFollowLater && !found.isEmpty() && looks < LOOKS; looks++) {
            pause();
            found = moment.readAtLength(this::look);
        }
        return found;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Finding> look() {
        var said = new Said();
        events.forEach(Said.KINDS, said::take);
        var findings = new Findings();
        compare("account_register", "account_id", OF_AN_ACCOUNT, said.accounts, true, findings);
        compare("credential", "account_id", OF_AN_ACCOUNT, said.accounts, false, findings);
        compare("contact_register", "contact_id", "customer_id", said.contacts, true, findings);
        compare("site_register", "site_id", "customer_id", said.sites, true, findings);
        compare("team_member_register", "team_id || ' ' || account_id", "member", said.members, true, findings);
        compareInParts(
                TicketRaised.class,
                TicketRaised::ticketId,
                raised -> row(
                        raised.number(),
                        raised.customerId(),
                        said.contactOf(raised),
                        said.survivors.get(raised.ticketId())),
                new Table(
                        "ticket_register",
                        "ticket_id",
                        "number, customer_id, contact_id, merged_into",
                        "ticket_id",
                        "true"),
                findings);
        compareInParts(
                FileAttached.class,
                FileAttached::attachmentId,
                attached -> row(attached.ticketId(), true),
                new Table("attachment", "attachment_id", "ticket_id, attached", "ticket_id", "attached"),
                findings);
        return findings.list();
    }

    private static List<Object> row(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** {@code all}: a row that is missing counts, too. */
    private void compare(
            String table, String key, String columns, Map<String, List<Object>> said, boolean all, Findings findings) {
        if (!exists(table)) {
            return;
        }
        var missing = new HashMap<>(said);
        db.sql("SELECT " + key + ", " + columns + " FROM " + table)
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    var kept = read(row);
                    compare(table, row.getString(1), kept, missing.remove(row.getString(1)), findings);
                });
        if (all) {
            missing.keySet().forEach(absent -> findings.add(absence(table, absent)));
        }
    }

    /** All but the key. */
    private static List<Object> read(ResultSet row) throws SQLException {
        var values = row();
        for (var i = 2; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getObject(i));
        }
        return values;
    }

    private static void compare(String table, String key, List<Object> kept, List<Object> said, Findings findings) {
        if (said == null) {
            findings.add(difference("The row %s of the table %s is of no event.", key, table));
        } else if (!said.equals(kept)) {
            findings.add(difference("The row %s of the table %s has %s; the events say %s.", key, table, kept, said));
        }
    }

    private static Finding absence(String table, String key) {
        return difference("The row %s of the table %s is missing.", key, table);
    }

    private static Finding difference(String message, Object... values) {
        return Finding.of(Kind.REGISTER_DIFFERS, message.formatted(values));
    }

    private boolean exists(String table) {
        return db.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /** A table with a row for each event of a kind; {@code which} of its rows need one. */
    private record Table(String name, String key, String columns, String aggregate, String which) {}

    /** Where there may be very many, and only one event for each, some at a time. */
    private <E> void compareInParts(
            Class<E> kind, Function<E, String> key, Function<E, List<Object>> said, Table table, Findings findings) {
        if (!exists(table.name())) {
            return;
        }
        var part = new LinkedHashMap<String, List<Object>>();
        events.forEach(Set.of(kind), event -> {
            part.put(key.apply(kind.cast(event)), said.apply(kind.cast(event)));
            if (part.size() == AT_A_TIME && kind != FileAttached.class) { // files follow merges: the last one counts
                compare(part, table, findings);
            }
        });
        compare(part, table, findings);
        findWithoutEvent(kind, table, findings);
    }

    private void compare(Map<String, List<Object>> part, Table table, Findings findings) {
        db.sql("SELECT " + table.key() + ", " + table.columns() + " FROM " + table.name() + " WHERE " + table.key()
                        + " = ANY(:keys)")
                .param("keys", part.keySet().toArray(String[]::new))
                .query(row -> {
                    compare(table.name(), row.getString(1), read(row), part.remove(row.getString(1)), findings);
                });
        part.keySet().forEach(absent -> findings.add(absence(table.name(), absent)));
        part.clear();
    }

    /** Rows whose aggregate has no such event, sealed or too new to be. */
    private void findWithoutEvent(Class<?> kind, Table table, Findings findings) {
        db.sql("SELECT " + table.key() + " FROM " + table.name() + " kept WHERE " + table.which()
                        + " AND NOT EXISTS (SELECT FROM audit_event sealed WHERE sealed.event = :event"
                        + " AND sealed.aggregate_id = kept." + table.aggregate() + ")"
                        + " AND NOT EXISTS (SELECT FROM domain_event_entry stored"
                        + " WHERE stored.aggregate_identifier = kept." + table.aggregate()
                        + " AND stored.payload_type = :type)")
                .param("event", kind.getSimpleName())
                .param("type", kind.getName())
                .query(row -> {
                    compare(table.name(), row.getString(1), null, null, findings);
                });
    }

    /** What the events say is in each row, by its key. */
    private static final class Said {

        private static final Set<Class<?>> KINDS = Set.of(
                AccountOpened.class,
                AccountRoleChanged.class,
                AccountDeactivated.class,
                AccountReactivated.class,
                AccountErased.class,
                TeamMemberAdded.class,
                TeamMemberRemoved.class,
                ContactAdded.class,
                ContactErased.class,
                SiteAdded.class,
                CustomerErased.class,
                ReporterChanged.class,
                TicketMerged.class,
                TicketUnmerged.class,
                PersonErasedFromTicket.class);

        private final Map<String, List<Object>> accounts = new HashMap<>();
        private final Map<String, List<Object>> members = new HashMap<>();
        private final Map<String, List<Object>> contacts = new HashMap<>();
        private final Map<String, List<Object>> sites = new HashMap<>();
        private final Map<String, List<Object>> reporters = new HashMap<>();
        private final Map<String, String> survivors = new HashMap<>();

        private void take(Object event) {
            if (event instanceof AccountOpened opened) {
                accounts.putIfAbsent(
                        opened.accountId(), row(opened.role().name(), opened.customerId(), opened.contactId(), true));
            } else if (event instanceof AccountRoleChanged changed) {
                set(changed.accountId(), 0, changed.role().name());
            } else if (event instanceof AccountDeactivated deactivated) {
                set(deactivated.accountId(), 3, false);
            } else if (event instanceof AccountReactivated reactivated) {
                set(reactivated.accountId(), 3, true);
            } else if (event instanceof AccountErased erased) {
                accounts.remove(erased.accountId());
                members.keySet().removeIf(key -> key.endsWith(" " + erased.accountId()));
            } else if (event instanceof TeamMemberAdded added) {
                members.put(added.teamId() + " " + added.accountId(), row(true));
            } else if (event instanceof TeamMemberRemoved removed) {
                members.put(removed.teamId() + " " + removed.accountId(), row(false));
            } else if (event instanceof ContactAdded added) {
                contacts.putIfAbsent(added.contactId(), row(added.customerId()));
            } else if (event instanceof ContactErased erased) {
                contacts.remove(erased.contactId());
            } else if (event instanceof SiteAdded added) {
                sites.putIfAbsent(added.siteId(), row(added.customerId()));
            } else if (event instanceof CustomerErased erased) {
                var theirs = row(erased.customerId());
                contacts.values().removeIf(theirs::equals);
                sites.values().removeIf(theirs::equals);
            } else if (event instanceof ReporterChanged changed) {
                change(changed.ticketId(), changed);
            } else if (event instanceof TicketMerged merged) {
                survivors.put(merged.ticketId(), merged.acrossCustomers() ? null : merged.intoTicketId());
            } else if (event instanceof TicketUnmerged unmerged) {
                survivors.remove(unmerged.ticketId());
            } else if (event instanceof PersonErasedFromTicket erased) {
                change(erased.ticketId(), erased);
            }
        }

        private void set(String accountId, int place, Object value) {
            var account = accounts.get(accountId);
            if (account != null) {
                account.set(place, value);
            }
        }

        private void change(String ticketId, Object event) {
            reporters.computeIfAbsent(ticketId, ticket -> row()).add(event);
        }

        private String contactOf(TicketRaised raised) {
            var contact = raised.contactId();
            for (var change : reporters.getOrDefault(raised.ticketId(), List.of())) {
                if (change instanceof ReporterChanged changed) {
                    contact = changed.contactId();
                } else if (((PersonErasedFromTicket) change).isOf(contact)) {
                    contact = null;
                }
            }
            return contact;
        }
    }
}
