package dev.callout.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a question about the board means where it leaves something open. */
class BoardQuestionTest {

    @Test
    void shows_every_ticket_that_is_not_archived_the_newest_first() {
        var question = new ListTicketBoard(null, null, 50, null, false);
        assertThat(question.sort()).isEqualTo(BoardSort.NEWEST);
        assertThat(question.at()).as("the present").isNull();
        assertThat(question.filter())
                .isEqualTo(BoardFilter.none())
                .isEqualTo(new BoardFilter(
                        Set.of(), Set.of(), null, false, null, null, Set.of(), Set.of(), null, null, null, false));
    }

    @Test
    void keeps_what_was_asked_for() {
        var filter = new BoardFilter(
                Set.of(TicketStatus.CREATED),
                Set.of(Priority.HIGH),
                null,
                true,
                null,
                null,
                Set.of("HARDWARE"),
                Set.of(Channel.PHONE),
                null,
                null,
                null,
                false);
        assertThat(filter.statuses()).containsExactly(TicketStatus.CREATED);
        assertThat(filter.priorities()).containsExactly(Priority.HIGH);
        assertThat(filter.categories()).containsExactly("HARDWARE");
        assertThat(filter.channels()).containsExactly(Channel.PHONE);
        var question = new ListTicketBoard(filter, BoardSort.OLDEST, 50, null, false);
        assertThat(question.filter()).isEqualTo(filter);
        assertThat(question.sort()).isEqualTo(BoardSort.OLDEST);
    }

    @Test
    void of_a_customer_shows_every_status_unless_some_are_named() {
        assertThat(new ListCustomerTickets("CUS-1", null, null, null, false, 50, null, false).statuses())
                .isEmpty();
        assertThat(new ListCustomerTickets("CUS-1", null, Set.of(ClientStatus.CLOSED), null, false, 50, null, false)
                        .statuses())
                .containsExactly(ClientStatus.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void finds_each_order_by_its_public_key(BoardSort sort) {
        assertThat(BoardSort.ofKey(sort.key())).contains(sort);
    }

    @Test
    void knows_no_other_order() {
        assertThat(BoardSort.MOST_URGENT.key()).isEqualTo("priority");
        assertThat(BoardSort.ofKey("title")).isEmpty();
    }
}
