package dev.callout.query.http;

import java.util.Arrays;
import java.util.List;

/** The views that tell how far they have come with each aggregate: a table with its key and a version. */
public enum View {
    TICKET_BOARD("ticket_board", "ticket_id", "TCK-"),
    TICKET_DETAILS("ticket_details", "ticket_id", "TCK-"),
    CUSTOMER_TICKETS("customer_ticket", "ticket_id", "TCK-"),
    TICKET_TIMELINE("ticket_timeline", "ticket_id", "TCK-"),
    TICKET_COUNTERS("ticket_counter_ticket", "ticket_id", "TCK-"),
    TICKET_HISTORY("ticket_history_ticket", "ticket_id", "TCK-"),
    SLA_TRACKING("sla_tracking", "ticket_id", "TCK-"),
    BULK_OPERATIONS("bulk_operation", "operation_id", "BLK-"),
    CUSTOMER_TIMELINE("customer_timeline", "customer_id", "CUS-"),
    CUSTOMERS("customer", "customer_id", "CUS-"),
    ACCOUNTS("account", "account_id", "ACC-"),
    TEAMS("team", "team_id", "TEA-"),
    ERASURES("erasure", "erasure_id", "ERA-"),
    SLA_POLICIES("sla_policy", "policy_id", "SLA-"),
    WORK_CALENDARS("sla_calendar", "calendar_id", "CAL-");

    private static final List<View> NAMES = List.of(CUSTOMERS, ACCOUNTS, TEAMS, SLA_POLICIES, WORK_CALENDARS);

    private final String table;
    private final String key;
    private final String prefix;

    View(String table, String key, String prefix) {
        this.table = table;
        this.key = key;
        this.prefix = prefix;
    }

    /**
     * Which views must have heard of a change, for a read that comes from some of them. Those of other things never will;
     * where all are of other things, names of this one may stand in the answer, which come from its own view.
     */
    static List<View> thatHearOf(String aggregateId, View... views) {
        var concerned = Arrays.stream(views)
                .filter(view -> aggregateId.startsWith(view.prefix))
                .toList();
        return concerned.isEmpty()
                ? NAMES.stream()
                        .filter(view -> aggregateId.startsWith(view.prefix))
                        .toList()
                : concerned;
    }

    /** Reads the last version of one aggregate, if the view knows it. */
    String versionQuery() {
        return "SELECT version FROM " + table + " WHERE " + key + " = ? ORDER BY version DESC LIMIT 1";
    }
}
