package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_FULL;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketLimits;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketUsage;
import dev.callout.api.ticket.TicketVolume;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class TicketLimitsTest {

    private static final String LONG = "x".repeat(20_000);
    private static final String FULL_FOR_CUSTOMERS =
            "Ticket TKT100001 is full: it may hold 1800 messages, 180 files and 3600000 characters. Go on in a new"
                    + " ticket, and link the two.";
    private static final String FULL =
            "Ticket TKT100001 is full: it may hold 2000 messages, 200 files and 4000000 characters. Go on in a new"
                    + " ticket, and link the two.";

    @Test
    void refuses_a_customer_whose_message_would_be_one_too_many() {
        after(comments(1_799, "Still broken."))
                .when(comment(CUSTOMER, "Still."))
                .expectSuccessfulHandlerExecution();
        refused(after(comments(1_800, "Still broken.")).when(comment(CUSTOMER, "Still.")), FULL_FOR_CUSTOMERS);
    }

    @Test
    void refuses_a_customer_whose_message_would_be_a_character_too_long() {
        after(comments(179, LONG)).when(comment(CUSTOMER, LONG)).expectSuccessfulHandlerExecution();
        refused(after(comments(180, LONG)).when(comment(CUSTOMER, "x")), FULL_FOR_CUSTOMERS);
    }

    @Test
    void leaves_staff_room_on_a_ticket_that_a_customer_has_filled() {
        after(comments(180, LONG)).when(comment(STAFF, LONG)).expectSuccessfulHandlerExecution();
        after(comments(180, LONG)).when(note(LONG)).expectSuccessfulHandlerExecution();
        refused(after(comments(200, LONG)).when(note("x")), FULL);
        refused(after(notes(200)).when(comment(STAFF, "x")), FULL);
    }

    @Test
    void refuses_a_file_too_many() {
        after(files(179)).when(file(CUSTOMER)).expectSuccessfulHandlerExecution();
        refused(after(files(180)).when(file(CUSTOMER)), FULL_FOR_CUSTOMERS);
        after(files(180)).when(file(STAFF)).expectSuccessfulHandlerExecution();
        refused(after(files(200)).when(file(STAFF)), FULL);
    }

    @Test
    void says_when_little_is_left() {
        assertThat(nearLimit(1_439, 143, 2_879_999)).isFalse();
        assertThat(nearLimit(1_440, 0, 0)).isTrue();
        assertThat(nearLimit(0, 144, 0)).isTrue();
        assertThat(nearLimit(0, 0, 2_880_000)).isTrue();
    }

    private static boolean nearLimit(int messages, int files, long characters) {
        return TicketUsage.of(new TicketVolume(messages, files, characters), TicketLimits.DEFAULT)
                .nearLimit();
    }

    private static TestExecutor<Ticket> after(List<Object> written) {
        var events = new ArrayList<Object>(in(TicketStatus.IN_PROGRESS));
        events.addAll(written);
        return Tickets.fixture().given(events);
    }

    private static void refused(ResultValidator<Ticket> result, String reason) {
        result.expectNoEvents().expectExceptionDetails(new Refusal(TICKET_FULL, reason));
    }

    private static AddComment comment(AuthorKind author, String body) {
        return new AddComment("TCK-1", "CMT-new", "ACC-cara", author, body, null, null, null);
    }

    private static AddNote note(String body) {
        return new AddNote("TCK-1", "NOT-new", "ACC-ana", body, null, null);
    }

    private static AttachFile file(AuthorKind author) {
        return new AttachFile(
                "TCK-1",
                "ATT-new",
                "ACC-cara",
                author,
                "smoke.jpg",
                "image/jpeg",
                4711,
                "cafe",
                false,
                null,
                null,
                null);
    }

    private static List<Object> comments(int count, String body) {
        return times(
                count, new CommentAdded("TCK-1", "CMT", "ACC-ana", STAFF, "CON-1", body, false, null, Tickets.NOW));
    }

    private static List<Object> notes(int count) {
        return times(count, new NoteAdded("TCK-1", "NOT", "ACC-ana", "CON-1", LONG, null, Tickets.NOW));
    }

    private static List<Object> files(int count) {
        return times(
                count,
                new FileAttached(
                        "TCK-1",
                        "ATT",
                        "ACC-ana",
                        STAFF,
                        "CON-1",
                        "a.png",
                        "image/png",
                        1,
                        "cafe",
                        false,
                        null,
                        Tickets.NOW));
    }

    private static List<Object> times(int count, Object event) {
        return new ArrayList<>(Collections.nCopies(count, event));
    }
}
