package dev.callout.command.sla;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.sla.CalendarVersion;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.sla.WorkCalendarRetired;
import dev.callout.api.ticket.Priority;
import dev.callout.domain.sla.SlaTies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which policies and calendars there are for new tickets, each in its newest version. Kept in the transaction of the
 * events themselves; what the versions say is in the book.
 */
@Component
@ProcessingGroup(SlaRegister.GROUP)
public class SlaRegister implements SlaChoice, SlaTies {

    public static final String GROUP = "register-sla";

    /** The policy that is assigned to the customer, else the most specific; what that is, the table knows. */
    private static final String CHOSEN = """
            WITH customer AS (SELECT kind, plan, sla_policy_id FROM customer_register WHERE customer_id = :customer)
            SELECT policy_id, version, calendars FROM sla_policy_register
            WHERE NOT retired AND (policy_id = (SELECT sla_policy_id FROM customer)
                OR (customer_id IS NULL OR customer_id = :customer)
                    AND (customer_kind IS NULL OR customer_kind = (SELECT kind FROM customer))
                    AND (plan IS NULL OR plan = (SELECT plan FROM customer))
                    AND (category IS NULL OR category = :category)
                    AND (priority IS NULL OR priority = :priority))
            ORDER BY policy_id = (SELECT sla_policy_id FROM customer) DESC NULLS LAST, specificity DESC, policy_id
            LIMIT 1
            """;

    private static final String NEWEST =
            "SELECT policy_id, version, calendars FROM sla_policy_register WHERE policy_id = :policy AND NOT retired";

    private final JdbcClient jdbc;
    private final SlaBook book;

    SlaRegister(JdbcClient jdbc, SlaBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    // --- questions

    @Override
    public Optional<Chosen> choose(String customerId, Priority priority, String category) {
        return chosen(jdbc.sql(withCalendars(CHOSEN))
                .param("customer", customerId)
                .param("priority", name(priority))
                .param("category", category));
    }

    @Override
    public Optional<Chosen> newest(String policyId) {
        return chosen(jdbc.sql(withCalendars(NEWEST)).param("policy", policyId));
    }

    /** A policy for new tickets, to be assigned to a customer. */
    public void requirePolicy(String policyId) {
        if (policyId != null && newest(policyId).isEmpty()) {
            throw new CommandRefused(
                    RefusalCode.REFERENCE_NOT_FOUND,
                    "There is no policy " + policyId + " here, or it is for new tickets no longer.");
        }
    }

    /** Retired ones, too: what was there once is not to be published again. */
    boolean everHad(String calendarOrPolicyId) {
        return exists(
                "SELECT 1 FROM sla_policy_register WHERE policy_id = :id"
                        + " UNION ALL SELECT 1 FROM sla_calendar_register WHERE calendar_id = :id",
                calendarOrPolicyId);
    }

    /** Those that policies may count by, each in its newest version. */
    List<WorkCalendar> calendars() {
        return jdbc
                .sql("SELECT calendar_id, version FROM sla_calendar_register WHERE NOT retired ORDER BY calendar_id")
                .query(SlaRegister::version)
                .list()
                .stream()
                .map(newest -> book.calendar(newest.id(), newest.number()))
                .toList();
    }

    private static String withCalendars(String policy) {
        return "SELECT chosen.policy_id, chosen.version, calendar.calendar_id, calendar.version AS calendar_version FROM ("
                + policy
                + ") chosen LEFT JOIN sla_calendar_register calendar ON calendar.calendar_id = ANY (chosen.calendars)"
                + " ORDER BY calendar.calendar_id";
    }

    private static Optional<Chosen> chosen(JdbcClient.StatementSpec question) {
        return question.query((ResultSetExtractor<Optional<Chosen>>) SlaRegister::read);
    }

    private static Optional<Chosen> read(ResultSet rows) throws SQLException {
        Chosen chosen = null;
        var calendars = new ArrayList<CalendarVersion>();
        while (rows.next()) {
            chosen = new Chosen(rows.getString("policy_id"), rows.getInt("version"), calendars);
            if (rows.getString("calendar_id") != null) {
                calendars.add(new CalendarVersion(rows.getString("calendar_id"), rows.getInt("calendar_version")));
            }
        }
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<WorkCalendar> calendar(String calendarId) {
        alone();
        return jdbc.sql("SELECT version FROM sla_calendar_register WHERE calendar_id = :id AND NOT retired")
                .param("id", calendarId)
                .query(Integer.class)
                .optional()
                .map(version -> book.calendar(calendarId, version));
    }

    @Override
    public List<SlaPolicy> policiesBy(String calendarId) {
        alone();
        return jdbc
                .sql("SELECT policy_id, version FROM sla_policy_register"
                        + " WHERE NOT retired AND :calendar = ANY (calendars) ORDER BY policy_id")
                .param("calendar", calendarId)
                .query(SlaRegister::version)
                .list()
                .stream()
                .map(newest -> book.policy(newest.id(), newest.number()))
                .toList();
    }

    private record Version(String id, int number) {}

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(row.getString(1), row.getInt("version"));
    }

    @Override
    public Optional<String> policyFor(SlaScope scope) {
        alone();
        return jdbc.sql("SELECT policy_id FROM sla_policy_register WHERE NOT retired"
                        + " AND customer_id IS NOT DISTINCT FROM :customer"
                        + " AND customer_kind IS NOT DISTINCT FROM :kind AND plan IS NOT DISTINCT FROM :plan"
                        + " AND category IS NOT DISTINCT FROM :category AND priority IS NOT DISTINCT FROM :priority"
                        + " ORDER BY policy_id LIMIT 1")
                .param("customer", scope.customerId())
                .param("kind", name(scope.customerKind()))
                .param("plan", scope.plan())
                .param("category", scope.category())
                .param("priority", name(scope.priority()))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean isAssigned(String policyId) {
        alone();
        return exists("SELECT 1 FROM customer_register WHERE sla_policy_id = :id LIMIT 1", policyId);
    }

    /** Until the transaction of the command ends. Terms are published a few times a year; nobody waits for long. */
    private void alone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('callout sla terms'))")
                .query((row, n) -> true)
                .single();
    }

    private boolean exists(String sql, String id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).stream()
                .findFirst()
                .isPresent();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    // --- what is kept

    @EventHandler
    void on(WorkCalendarPublished event) {
        jdbc.sql("INSERT INTO sla_calendar_register AS known (calendar_id, version) VALUES (?, ?)"
                        + " ON CONFLICT (calendar_id) DO UPDATE SET version = excluded.version"
                        + " WHERE known.version < excluded.version")
                .params(event.calendarId(), event.version())
                .update();
    }

    @EventHandler
    void on(WorkCalendarRetired event) {
        jdbc.sql("UPDATE sla_calendar_register SET retired = true WHERE calendar_id = ?")
                .param(event.calendarId())
                .update();
    }

    @EventHandler
    void on(SlaPolicyPublished event) {
        var scope = event.scope();
        jdbc.sql("INSERT INTO sla_policy_register AS known"
                        + " (policy_id, version, customer_id, customer_kind, plan, category, priority, calendars)"
                        + " VALUES (:policy, :version, :customer, :kind, :plan, :category, :priority, :calendars)"
                        + " ON CONFLICT (policy_id) DO UPDATE SET (version, customer_id, customer_kind, plan, category,"
                        + " priority, calendars) = (excluded.version, excluded.customer_id, excluded.customer_kind,"
                        + " excluded.plan, excluded.category, excluded.priority, excluded.calendars)"
                        + " WHERE known.version < excluded.version")
                .param("policy", event.policyId())
                .param("version", event.version())
                .param("customer", scope.customerId())
                .param("kind", name(scope.customerKind()))
                .param("plan", scope.plan())
                .param("category", scope.category())
                .param("priority", name(scope.priority()))
                .param("calendars", calendarsOf(event))
                .update();
    }

    private static String[] calendarsOf(SlaPolicyPublished event) {
        return event.targets().stream()
                .map(target -> target.calendarId())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    @EventHandler
    void on(SlaPolicyRetired event) {
        jdbc.sql("UPDATE sla_policy_register SET retired = true WHERE policy_id = ?")
                .param(event.policyId())
                .update();
    }
}
