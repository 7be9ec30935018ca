package dev.callout.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** K-01 and K-03: what the customer is told, derived from work, money and assignment. */
class ClientStatusTest {

    @ParameterizedTest(name = "{0}, assigned: {1}, {2} → {3} ({4})")
    @CsvSource({
        "CREATED,          false, NOT_BILLABLE, SUBMITTED,   ''",
        "ASSIGNED,         true,  NOT_BILLABLE, ASSIGNED,    ''",
        "IN_PROGRESS,      true,  TO_INVOICE,   IN_PROGRESS, ''",
        "PENDING_CUSTOMER, true,  NOT_BILLABLE, IN_PROGRESS, waiting for you",
        "PENDING_PARTS,    true,  NOT_BILLABLE, IN_PROGRESS, waiting for parts",
        "RESOLVED,         true,  NOT_BILLABLE, COMPLETED,   ''",
        "RESOLVED,         true,  PAID,         COMPLETED,   ''",
        "CLOSED,           true,  NOT_BILLABLE, CLOSED,      ''",
        "CLOSED,           true,  PAID,         CLOSED,      ''",
        "CLOSED,           true,  TO_INVOICE,   COMPLETED,   payment due",
        "CLOSED,           true,  INVOICED,     COMPLETED,   payment due",
        "CLOSED,           true,  PART_PAID,    COMPLETED,   payment due",
        "CLOSED,           true,  DISPUTED,     COMPLETED,   payment due",
        "REOPENED,         true,  PAID,         ASSIGNED,    ''",
        "REOPENED,         false, PAID,         SUBMITTED,   ''",
        "CANCELLED,        false, NOT_BILLABLE, CANCELLED,   ''"
    })
    void follows_the_table(
            TicketStatus status, boolean assigned, BillingStatus billing, ClientStatus told, String subLine) {
        assertThat(ClientStatus.of(status, assigned, billing)).isEqualTo(told);
        assertThat(ClientStatus.subLine(status, billing)).isEqualTo(subLine);
    }

    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    void counts_every_status_as_open_resolved_or_over(TicketStatus status) {
        assertThat(status.isOpen() ? 1 : 0)
                .isEqualTo(1 - (status.isOver() ? 1 : 0) - (status == TicketStatus.RESOLVED ? 1 : 0));
    }

    @Test
    void pending_means_both_kinds_of_waiting() {
        assertThat(TicketStatus.values())
                .filteredOn(TicketStatus::isPending)
                .containsExactly(TicketStatus.PENDING_CUSTOMER, TicketStatus.PENDING_PARTS);
    }
}
