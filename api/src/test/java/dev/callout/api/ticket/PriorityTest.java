package dev.callout.api.ticket;

import static dev.callout.api.ticket.Priority.HIGH;
import static dev.callout.api.ticket.Priority.LOW;
import static dev.callout.api.ticket.Priority.MEDIUM;
import static dev.callout.api.ticket.Priority.Surcharge.NONE;
import static dev.callout.api.ticket.Priority.Surcharge.POSSIBLE;
import static dev.callout.api.ticket.Priority.Surcharge.RUSH;
import static dev.callout.api.ticket.Priority.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The priority matrix of the guide (P-01 to P-08) and what the customer's three words mean (K-04). */
class PriorityTest {

    @Test
    void promises_an_answer_as_the_matrix_says() {
        assertThat(URGENT.respondWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(HIGH.respondWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(MEDIUM.respondWithin()).isEqualTo(Duration.ofHours(8));
        assertThat(LOW.respondWithin()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void promises_a_solution_as_the_matrix_says() {
        assertThat(URGENT.resolveWithin()).isEqualTo("4 business hours");
        assertThat(HIGH.resolveWithin()).isEqualTo("8 business hours");
        assertThat(MEDIUM.resolveWithin()).isEqualTo("2 business days");
        assertThat(LOW.resolveWithin()).isEqualTo("5 business days");
    }

    @Test
    void promises_a_visit_as_the_customer_was_told() {
        assertThat(URGENT.arriveWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(HIGH.arriveWithin()).isEqualTo(Duration.ofHours(8));
        assertThat(MEDIUM.arriveWithin()).isEqualTo(Duration.ofHours(24));
        assertThat(LOW.arriveWithin()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void drives_the_price() {
        assertThat(URGENT.surcharge()).isEqualTo(RUSH);
        assertThat(HIGH.surcharge()).isEqualTo(POSSIBLE);
        assertThat(MEDIUM.surcharge()).isEqualTo(NONE);
        assertThat(LOW.surcharge()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @EnumSource(TicketType.class)
    void takes_standard_as_medium_but_as_low_for_a_wish(TicketType type) {
        assertThat(Priority.standardFor(type)).isEqualTo(type == TicketType.FEATURE_REQUEST ? LOW : MEDIUM);
    }
}
