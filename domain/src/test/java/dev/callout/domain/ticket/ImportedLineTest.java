package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedLineTest {

    private static final Instant START = Instant.parse("2016-02-29T01:16:00Z");

    private TicketFacts facts;
    private WorkState work;
    private int lines;

    private String technician;
    private String team;
    private Priority priority = Priority.MEDIUM;
    private String category = "Category 55";
    private Instant resolvedAt;
    private boolean exact = true;

    @BeforeEach
    void raise() {
        var raised = new TicketRaised(
                "TCK-1",
                "TKT100001",
                "CUS-1",
                "CON-1",
                "SIT-1",
                "USR-9",
                "Symptom 72",
                "Taken over.",
                TicketType.ISSUE,
                category,
                null,
                priority,
                priority,
                Channel.PHONE,
                null,
                null,
                null,
                null,
                null,
                START);
        facts = TicketFacts.of(raised);
        work = WorkState.after(null, raised);
    }

    @Test
    void an_orderly_life_needs_no_import_step() {
        assertThat(names(line(CREATED))).containsExactly("HistoryLineImported");
        team = "TEA-1";
        assertThat(names(line(ASSIGNED))).containsExactly("TicketAssigned", "HistoryLineImported");
        technician = "USR-1";
        assertThat(names(line(IN_PROGRESS)))
                .containsExactly("TicketAssigned", "TicketAccepted", "WorkStarted", "HistoryLineImported");
        assertThat(names(line(PENDING_CUSTOMER))).containsExactly("WorkPaused", "HistoryLineImported");
        assertThat(names(line(IN_PROGRESS))).containsExactly("WorkResumed", "HistoryLineImported");
        resolvedAt = START.plusSeconds(5);
        assertThat(names(line(RESOLVED))).containsExactly("TicketResolved", "HistoryLineImported");
        assertThat(work.resolvedAt()).isEqualTo(resolvedAt);
        assertThat(names(line(CLOSED))).containsExactly("ConfirmationLapsed", "HistoryLineImported");
        assertThat(work.closedAt()).isEqualTo(at(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGNED, PENDING_CUSTOMER, ASSIGNED_TO_PENDING_CUSTOMER",
        "ASSIGNED, RESOLVED, ASSIGNED_TO_RESOLVED",
        "ASSIGNED, CLOSED, ASSIGNED_TO_CLOSED",
        "IN_PROGRESS, CLOSED, IN_PROGRESS_TO_CLOSED",
        "PENDING_CUSTOMER, RESOLVED, PENDING_CUSTOMER_TO_RESOLVED",
        "PENDING_CUSTOMER, PENDING_PARTS, PENDING_CUSTOMER_TO_PENDING_PARTS"
    })
    void what_no_step_leads_to_is_taken_over_openly(TicketStatus from, TicketStatus to, String reason) {
        technician = "USR-1";
        resolvedAt = START.plusSeconds(5);
        line(from);
        var step = importStep(line(to));
        assertThat(step.reason()).isEqualTo(reason);
        assertThat(step.sourceState()).isEqualTo("their " + to);
        assertThat(step.sourceLine()).isEqualTo(lines);
        assertThat(work.status()).isEqualTo(to);
    }

    @Test
    void work_of_a_team_alone_is_taken_over_since_nobody_is_named_who_could_accept() {
        team = "TEA-1";
        line(ASSIGNED);
        assertThat(importStep(line(IN_PROGRESS)).reason()).isEqualTo("ASSIGNED_TO_IN_PROGRESS");
    }

    @Test
    void a_state_without_an_equal_is_said_each_time_even_if_nothing_else_changes() {
        technician = "USR-1";
        line(IN_PROGRESS);
        line(PENDING_PARTS);
        exact = false;
        assertThat(importStep(line(PENDING_PARTS)).reason()).isEqualTo("NO_EQUAL_STATE");
        assertThat(importStep(line(PENDING_PARTS)).reason()).isEqualTo("NO_EQUAL_STATE");
        assertThat(work.status()).isEqualTo(PENDING_PARTS);
    }

    @Test
    void the_same_line_again_later_says_nothing_but_that_it_was_there() {
        technician = "USR-1";
        line(IN_PROGRESS);
        assertThat(names(line(IN_PROGRESS))).containsExactly("HistoryLineImported");
    }

    @Test
    void work_goes_on_in_other_hands_by_ordinary_steps() {
        technician = "USR-1";
        line(IN_PROGRESS);
        technician = "USR-2";
        assertThat(names(line(IN_PROGRESS)))
                .containsExactly("TicketAssigned", "TicketAccepted", "WorkStarted", "HistoryLineImported");
        assertThat(work.technicianId()).isEqualTo("USR-2");
    }

    @Test
    void losing_its_assignee_or_getting_another_after_the_end_is_taken_over() {
        technician = "USR-1";
        line(IN_PROGRESS);
        technician = null;
        assertThat(importStep(line(IN_PROGRESS)).reason()).isEqualTo("REASSIGNED_WHILE_IN_PROGRESS");
        assertThat(work.technicianId()).isNull();
        line(RESOLVED);
        technician = "USR-2";
        assertThat(importStep(line(RESOLVED)).reason()).isEqualTo("REASSIGNED_WHILE_RESOLVED");
    }

    @Test
    void an_unknown_time_of_resolution_stays_unknown() {
        technician = "USR-1";
        line(IN_PROGRESS);
        assertThat(importStep(line(RESOLVED)).reason()).isEqualTo("IN_PROGRESS_TO_RESOLVED");
        assertThat(work.resolvedAt()).isNull();
        line(CLOSED);
        assertThat(work.resolvedAt()).isNull();
        assertThat(work.closure()).isEqualTo(Closure.UNANSWERED);
    }

    @Test
    void what_is_open_again_after_its_end_was_reopened() {
        technician = "USR-1";
        resolvedAt = START.plusSeconds(5);
        line(IN_PROGRESS);
        line(RESOLVED);
        line(CLOSED);
        assertThat(names(line(IN_PROGRESS)))
                .containsExactly(
                        "TicketReopened", "TicketAssigned", "TicketAccepted", "WorkStarted", "HistoryLineImported");
        assertThat(work.cycle()).isEqualTo(2);
        assertThat(work.resolvedAt()).isNull();
        assertThat(work.closedAt()).isNull();
    }

    @Test
    void what_is_closed_and_then_only_resolved_is_closed_no_more() {
        technician = "USR-1";
        resolvedAt = START.plusSeconds(5);
        line(IN_PROGRESS);
        line(CLOSED);
        assertThat(work.closure()).isEqualTo(Closure.IMPORTED);
        assertThat(work.resolvedAt()).isEqualTo(resolvedAt);
        assertThat(importStep(line(RESOLVED)).reason()).isEqualTo("CLOSED_TO_RESOLVED");
        assertThat(work.closure()).isNull();
        assertThat(work.closedAt()).isNull();
    }

    @Test
    void their_time_of_closing_counts_even_if_we_closed_it_before_the_line_came() {
        technician = "USR-1";
        resolvedAt = START.plusSeconds(5);
        line(IN_PROGRESS);
        line(RESOLVED);
        happens(new ConfirmationLapsed("TCK-1", Instant.parse("2026-11-21T00:00:00Z")));
        assertThat(importStep(line(CLOSED)).reason()).isEqualTo("CORRECTED_WHILE_CLOSED");
        assertThat(work.closedAt()).isEqualTo(at(lines));
    }

    @Test
    void a_new_description_is_ordinary() {
        priority = Priority.URGENT;
        category = "Category 40";
        assertThat(names(line(CREATED))).containsExactly("TicketClassified", "PriorityChanged", "HistoryLineImported");
        assertThat(names(line(CREATED))).containsExactly("HistoryLineImported");
    }

    private List<TicketEvent> line(TicketStatus status) {
        lines++;
        var events = ImportedLine.events(
                new ImportTicketState(
                        "TCK-1",
                        "ServiceNow",
                        "INC0000045",
                        lines,
                        "their " + status,
                        status,
                        technician,
                        team,
                        priority,
                        TicketType.ISSUE,
                        category,
                        null,
                        "CON-1",
                        "SIT-1",
                        "USR-3",
                        "Resolved in ServiceNow.",
                        resolvedAt,
                        exact,
                        at(lines),
                        at(lines)),
                facts,
                work);
        events.forEach(this::happens);
        var last = events.get(events.size() - 1);
        assertThat(last).isEqualTo(new HistoryLineImported("TCK-1", "ServiceNow", "INC0000045", lines, at(lines)));
        return new ArrayList<>(events);
    }

    private void happens(TicketEvent event) {
        facts = facts.after(event);
        work = WorkState.after(work, event);
    }

    private static Instant at(int line) {
        return START.plusSeconds(3600L * line);
    }

    private static TicketStateImported importStep(List<TicketEvent> events) {
        return events.stream()
                .filter(TicketStateImported.class::isInstance)
                .map(TicketStateImported.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<TicketEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
