package dev.callout.command.importing;

import static dev.callout.command.importing.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.command.importing.UnusableLine.Code;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatedLineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "New, ASSIGNED, true",
        "Active, IN_PROGRESS, true",
        "Awaiting User Info, PENDING_CUSTOMER, true",
        "Awaiting Vendor, PENDING_PARTS, true",
        "Awaiting Problem, PENDING_PARTS, false",
        "Awaiting Evidence, PENDING_PARTS, false",
        "Resolved, RESOLVED, true",
        "Closed, CLOSED, true",
        "In Progress, IN_PROGRESS, true",
        "in progress, IN_PROGRESS, true",
        "On Hold, PENDING_PARTS, false",
        "Canceled, CANCELLED, true"
    })
    void each_state_has_its_status_and_says_whether_it_is_the_same(String state, TicketStatus status, boolean exact) {
        var translated = state(line("incidentState", state));
        assertThat(translated.status()).isEqualTo(status);
        assertThat(translated.exact()).isEqualTo(exact);
        assertThat(translated.sourceState()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "Awaiting Caller, PENDING_CUSTOMER, true",
        "Awaiting Vendor, PENDING_PARTS, true",
        "Awaiting Change, PENDING_PARTS, false",
        "Because, PENDING_PARTS, false"
    })
    void what_is_on_hold_waits_for_what_its_reason_says(String reason, TicketStatus status, boolean exact) {
        var translated = state(line("incidentState", "On Hold", "holdReason", reason));
        assertThat(translated.status()).isEqualTo(status);
        assertThat(translated.exact()).isEqualTo(exact);
        assertThat(translated.sourceState()).isEqualTo("On Hold");
    }

    @Test
    void a_mapping_says_what_a_state_means() {
        var translated = state(line("incidentState", "Parked", "status", "PENDING_CUSTOMER"));
        assertThat(translated.status()).isEqualTo(TicketStatus.PENDING_CUSTOMER);
        assertThat(translated.sourceState()).isEqualTo("Parked");
        assertThat(state(line("incidentState", "Fresh", "status", "CREATED")).status())
                .isEqualTo(TicketStatus.ASSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", " ? "})
    void an_empty_field_is_unknown_in_every_optional_column(String empty) {
        var line = line(
                "callerId", empty,
                "openedBy", empty,
                "contactType", empty,
                "location", empty,
                "category", empty,
                "subcategory", empty,
                "symptom", empty,
                "shortDescription", empty,
                "description", empty,
                "cmdbCi", empty,
                "priority", empty,
                "assignmentGroup", empty,
                "assignedTo", empty,
                "closedCode", empty,
                "resolvedBy", empty,
                "resolvedAt", empty,
                "closedAt", empty,
                "holdReason", empty,
                "resolutionStands", true,
                "incidentState", "Closed");
        assertThat(state(line))
                .extracting("contactId", "siteId", "technicianId", "teamId", "subCategory", "resolvedBy", "resolvedAt")
                .containsOnlyNulls();
        assertThat(state(line).priority()).isEqualTo(Priority.MEDIUM);
        assertThat(state(line).occurredAt()).isEqualTo("2016-02-29T01:23:00Z");
        assertThat(raise(line).channel()).isEqualTo(Channel.PHONE);
        assertThat(raise(line).category()).isEqualTo("OTHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INC0000045", "inc45", "77", "REQ-2024/17", "2024.07.01-3", "Vorgang 12"})
    void a_number_is_what_the_file_calls_it(String number) {
        assertThat(state(line("number", number)).sourceReference()).isEqualTo(number);
        assertThat(raise(line("number", number)).title()).endsWith("(" + number + ")");
    }

    @Test
    void the_short_description_is_the_title_and_the_description_comes_along() {
        var raise = raise(line("shortDescription", "Printer  is\nslow", "description", "First line\nSecond line"));
        assertThat(raise.title()).isEqualTo("Printer is slow (INC0000045)");
        assertThat(raise.description())
                .isEqualTo("First line\nSecond line\n\nTaken over from ServiceNow, incident INC0000045.");
        assertThat(raise(line("shortDescription", "x".repeat(900))).title()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void names_and_titles_are_one_visible_line() {
        var line = line("shortDescription", "Slow\u202etnirP \u001b[31m\nnow", "callerId", "Ida\u0007\tBerg");
        assertThat(raise(line).title()).isEqualTo("Slow tnirP [31m now (INC0000045)");
        assertThat(raise(line).contactId())
                .isEqualTo(ImportedName.contact("Ida Berg").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-12-1969 23:59", "01-01-1900 00:00", "30-12-1899 00:00", "01-01-0001 00:00"})
    void a_time_before_1970_is_impossible(String time) {
        assertThat(refusal(line("sysUpdatedAt", time))).isEqualTo(Code.IMPOSSIBLE_TIME);
        assertThat(refusal(line("incidentState", "Closed", "closedAt", time))).isEqualTo(Code.IMPOSSIBLE_TIME);
        assertThat(refusal(line("incidentState", "Resolved", "resolutionStands", true, "resolvedAt", time)))
                .isEqualTo(Code.IMPOSSIBLE_TIME);
        assertThatExceptionOfType(UnusableLine.class).isThrownBy(() -> raise(line("openedAt", time)));
    }

    @Test
    void times_may_have_an_offset() {
        assertThat(state(line("sysUpdatedAt", "2016-02-29T03:23:00+02:00")).occurredAt())
                .isEqualTo("2016-02-29T01:23:00Z");
    }

    @Test
    void an_end_before_its_beginning_is_a_contradiction() {
        var opened = Instant.parse("2016-02-29T01:16:00Z");
        assertThat(contradicts(
                        line("incidentState", "Resolved", "resolutionStands", true, "resolvedAt", "29-02-2016 01:15"),
                        opened,
                        null,
                        false))
                .isTrue();
        var closed = line(
                "incidentState",
                "Closed",
                "resolutionStands",
                true,
                "resolvedAt",
                "29-02-2016 12:00",
                "closedAt",
                "29-02-2016 11:59");
        assertThat(contradicts(closed, opened, null, false)).isTrue();
        var ordinary = line("incidentState", "Resolved", "resolutionStands", true); // at 11:29
        assertThat(contradicts(ordinary, opened, opened.plusSeconds(20 * 3600), true))
                .isTrue();
        assertThat(contradicts(ordinary, opened, opened.plusSeconds(20 * 3600), false))
                .isFalse();
        assertThat(contradicts(ordinary, opened, opened, true)).isFalse();
        assertThat(contradicts(line("incidentState", "Active"), opened.plusSeconds(9000), null, true))
                .isFalse();
    }

    private static boolean contradicts(ServiceNowLine line, Instant raisedAt, Instant before, boolean wasOpen) {
        try {
            translated(line).requireTimesAgree(raisedAt, before, wasOpen);
            return false;
        } catch (UnusableLine e) {
            assertThat(e.code()).isEqualTo(Code.TIMES_CONTRADICT);
            return true;
        }
    }

    @Test
    void a_new_incident_that_nobody_has_is_created_only() {
        assertThat(state(line("assignmentGroup", "?", "assignedTo", "?")).status())
                .isEqualTo(TicketStatus.CREATED);
        assertThat(state(line("assignmentGroup", "?")).status()).isEqualTo(TicketStatus.ASSIGNED);
        assertThat(state(line("assignedTo", "?")).status()).isEqualTo(TicketStatus.ASSIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "1 - Critical, URGENT",
        "2 - High, HIGH",
        "3 - Moderate, MEDIUM",
        "4 - Low, LOW",
        "5 - Planning, LOW",
        "HIGH, HIGH",
        "?, MEDIUM"
    })
    void each_priority_has_its_equal(String theirs, Priority ours) {
        assertThat(state(line("priority", theirs)).priority()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "Phone, PHONE",
        "IVR, PHONE",
        "Email, EMAIL",
        "Self service, WEB_PORTAL",
        "Direct opening, WALK_IN",
        "?, PHONE"
    })
    void each_contact_type_has_its_channel(String theirs, Channel ours) {
        assertThat(raise(line("contactType", theirs)).channel()).isEqualTo(ours);
    }

    @Test
    void the_ticket_begins_when_the_incident_was_opened() {
        assertThat(raise(line()))
                .isEqualTo(new RaiseTicket(
                        "TCK-" + ImportedName.uuid("TCK-INC0000045"),
                        "TKT100001",
                        ImportedName.CUSTOMER.id(),
                        ImportedName.contact("Caller 2403").id(),
                        ImportedName.site("Location 143").id(),
                        ImportedName.supporter("Opened by 8").id(),
                        "Symptom 72, Category 55, Subcategory 170 (INC0000045)",
                        "Taken over from ServiceNow, incident INC0000045.",
                        TicketType.ISSUE,
                        "Category 55",
                        "Subcategory 170",
                        Priority.MEDIUM,
                        Priority.MEDIUM,
                        Channel.PHONE,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2016-02-29T01:16:00Z")));
    }

    @Test
    void the_line_says_who_has_it_as_of_its_own_time() {
        assertThat(state(line("position", 7)))
                .isEqualTo(new ImportTicketState(
                        "TCK-" + ImportedName.uuid("TCK-INC0000045"),
                        "ServiceNow",
                        "INC0000045",
                        7,
                        "New",
                        TicketStatus.ASSIGNED,
                        ImportedName.technician("Resolver 12").id(),
                        ImportedName.team("Group 56").id(),
                        Priority.MEDIUM,
                        TicketType.ISSUE,
                        "Category 55",
                        "Subcategory 170",
                        ImportedName.contact("Caller 2403").id(),
                        ImportedName.site("Location 143").id(),
                        null,
                        null,
                        null,
                        true,
                        Instant.parse("2016-02-29T01:23:00Z"),
                        Instant.parse("2016-02-29T01:23:00Z")));
    }

    @Test
    void a_resolution_that_stands_is_told_by_its_own_columns() {
        var state = state(line("incidentState", "Resolved", "resolutionStands", true));
        assertThat(state.resolvedAt()).isEqualTo("2016-02-29T11:29:00Z");
        assertThat(state.resolvedBy())
                .isEqualTo(ImportedName.technician("Resolved by 149").id());
        assertThat(state.workDone()).isEqualTo("Resolved in ServiceNow with code 5.");
    }

    @Test
    void a_resolution_that_stands_at_an_unknown_time_stays_unknown() {
        assertThat(state(line("incidentState", "Resolved", "resolutionStands", true, "resolvedAt", "?"))
                        .resolvedAt())
                .isNull();
    }

    @Test
    void an_earlier_resolution_has_the_time_of_its_row_and_was_made_by_who_had_it() {
        var state = state(line("incidentState", "Resolved"));
        assertThat(state.resolvedAt()).isEqualTo("2016-02-29T01:23:00Z");
        assertThat(state.resolvedBy())
                .isEqualTo(ImportedName.technician("Resolver 12").id());
    }

    @Test
    void closing_has_its_own_time_or_else_that_of_its_row() {
        assertThat(state(line("incidentState", "Closed")).occurredAt()).isEqualTo("2016-03-05T12:00:00Z");
        assertThat(state(line("incidentState", "Closed", "closedAt", "?")).occurredAt())
                .isEqualTo("2016-02-29T01:23:00Z");
    }

    @Test
    void what_is_unknown_is_left_out_but_a_ticket_always_has_a_category_and_a_title() {
        var nothingKnown = line(
                "callerId", "?",
                "openedBy", null,
                "location", "",
                "category", "?",
                "subcategory", "?",
                "symptom", "?",
                "assignmentGroup", "?",
                "assignedTo", "?");
        var raise = raise(nothingKnown);
        assertThat(raise.title()).isEqualTo("Incident INC0000045");
        assertThat(raise.category()).isEqualTo("OTHER");
        assertThat(raise)
                .extracting("contactId", "siteId", "raisedBy", "subCategory")
                .containsOnlyNulls();
        assertThat(translated(nothingKnown).names()).containsExactly(ImportedName.CUSTOMER);
    }

    @Test
    void all_that_is_named_is_made_known_the_customer_first() {
        assertThat(translated(line("incidentState", "Resolved", "resolutionStands", true))
                        .names())
                .containsExactly(
                        ImportedName.CUSTOMER,
                        ImportedName.contact("Caller 2403"),
                        ImportedName.site("Location 143"),
                        ImportedName.supporter("Opened by 8"),
                        ImportedName.team("Group 56"),
                        ImportedName.technician("Resolver 12"),
                        ImportedName.technician("Resolved by 149"));
    }

    @Test
    void people_get_accounts_named_after_them() {
        var account = (OpenAccount) ImportedName.technician("Resolver 12").command();
        assertThat(account.username()).isEqualTo("servicenow.resolver-12");
        assertThat(account.displayName()).isEqualTo("Resolver 12");
        assertThat(account.role()).isEqualTo(Role.TECHNICIAN);
        assertThat(((OpenAccount) ImportedName.supporter("Opened by 8").command()).role())
                .isEqualTo(Role.SUPPORT);
    }

    @Test
    void the_same_name_is_the_same_one_in_every_import() {
        assertThat(ImportedName.contact("Caller 1")).isEqualTo(ImportedName.contact("Caller 1"));
        assertThat(ImportedName.contact("Caller 1").id())
                .isEqualTo("CON-083c2adf-9eca-3784-8bff-a9257e04cffd")
                .isNotEqualTo(ImportedName.contact("Caller 2").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30-02-2016 01:16", "2016-02-29 01:16", "29-02-2016", "29-02-2016 24:00", "yesterday", ""})
    void no_time_is_no_time(String text) {
        assertThat(refusal(line("sysUpdatedAt", text))).isEqualTo(Code.UNREADABLE_TIME);
    }

    @Test
    void says_what_can_not_be_told_in_our_words() {
        assertThat(refusal(line("number", null))).isEqualTo(Code.MISSING_NUMBER);
        assertThat(refusal(line("number", "?"))).isEqualTo(Code.MISSING_NUMBER);
        assertThat(refusal(line("incidentState", "-100"))).isEqualTo(Code.UNKNOWN_STATE);
        assertThat(refusal(line("incidentState", null))).isEqualTo(Code.UNKNOWN_STATE);
        assertThat(refusal(line("priority", "3"))).isEqualTo(Code.UNKNOWN_PRIORITY);
        assertThat(refusal(line("sysUpdatedAt", "?"))).isEqualTo(Code.UNREADABLE_TIME);
        assertThat(refusal(line("sysUpdatedAt", "21-11-2026 12:03"))).isEqualTo(Code.IN_THE_FUTURE);
        assertThat(refusal(line("category", "x".repeat(61)))).isEqualTo(Code.TOO_LONG);
        assertThat(refusal(line("assignedTo", "x".repeat(81)))).isEqualTo(Code.TOO_LONG);
    }

    @Test
    void can_not_begin_a_ticket_without_its_channel_and_time() {
        assertThatExceptionOfType(UnusableLine.class).isThrownBy(() -> raise(line("contactType", "Drum")));
        assertThatExceptionOfType(UnusableLine.class).isThrownBy(() -> raise(line("openedAt", "?")));
    }

    private static TranslatedLine translated(ServiceNowLine line) {
        return TranslatedLine.of(line, NOW);
    }

    private static ImportTicketState state(ServiceNowLine line) {
        return translated(line).state();
    }

    private static RaiseTicket raise(ServiceNowLine line) {
        return translated(line).raise("TKT100001");
    }

    private static Code refusal(ServiceNowLine line) {
        try {
            translated(line);
        } catch (UnusableLine e) {
            return e.code();
        }
        throw new AssertionError("Was not refused.");
    }
}
