package dev.callout.query.ticket.customer;

import dev.callout.api.ticket.BillingStatus;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.TicketStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows have one of some client statuses, found by asking {@link ClientStatus} about every case there is. */
final class ClientStatusSql {

    private ClientStatusSql() {}

    static String anyOf(Set<ClientStatus> wanted) {
        return Arrays.stream(TicketStatus.values())
                .flatMap(status -> Stream.of(true, false)
                        .filter(assigned ->
                                wanted.contains(ClientStatus.of(status, assigned, BillingStatus.NOT_BILLABLE)))
                        .map(assigned -> "(status = '" + status + "' AND " + (assigned ? "" : "NOT ")
                                + "(technician_id IS NOT NULL OR team_id IS NOT NULL))"))
                .collect(Collectors.joining(" OR ", "(FALSE OR ", ")"));
    }
}
