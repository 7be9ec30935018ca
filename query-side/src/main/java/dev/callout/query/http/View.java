package dev.callout.query.http;

/** The views that tell how far they have come with each aggregate: a table with its key and a version. */
public enum View {
    TICKET_BOARD("ticket_board", "ticket_id"),
    TICKET_DETAILS("ticket_details", "ticket_id"),
    CUSTOMER_TICKETS("customer_ticket", "ticket_id"),
    TICKET_TIMELINE("ticket_timeline", "ticket_id"),
    TICKET_COUNTERS("ticket_counter_ticket", "ticket_id"),
    TICKET_HISTORY("ticket_history_ticket", "ticket_id"),
    SLA_TRACKING("sla_tracking", "ticket_id"),
    BULK_OPERATIONS("bulk_operation", "operation_id"),
    CUSTOMER_TIMELINE("customer_timeline", "customer_id"),
    CUSTOMERS("customer", "customer_id"),
    ACCOUNTS("account", "account_id"),
    TEAMS("team", "team_id"),
    ERASURES("erasure", "erasure_id"),
    SLA_POLICIES("sla_policy", "policy_id"),
    WORK_CALENDARS("sla_calendar", "calendar_id");

    private final String table;
    private final String key;

    View(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /** Reads the last version of one aggregate, if the view knows it. */
    String versionQuery() {
        return "SELECT version FROM " + table + " WHERE " + key + " = ? ORDER BY version DESC LIMIT 1";
    }
}
