package dev.callout.api;

import static dev.callout.api.CommandRefused.refuseWhen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class CommandRefusedTest {

    @Test
    void says_no_with_a_code_and_a_sentence() {
        var refused = catchThrowableOfType(
                CommandRefused.class, () -> refuseWhen(true, RefusalCode.TICKET_CLOSED, "It is closed."));
        assertThat(refused).hasMessage("It is closed.");
        assertThat(refused.refusal()).isEqualTo(new Refusal(RefusalCode.TICKET_CLOSED, "It is closed."));
    }

    @Test
    void lets_pass_what_is_right() {
        assertThatCode(() -> refuseWhen(false, RefusalCode.TICKET_CLOSED, "It is closed."))
                .doesNotThrowAnyException();
    }

    /** Only details of an exception cross from one node to another. */
    @Test
    void carries_the_refusal_as_details() {
        var refused = new CommandRefused(RefusalCode.NOT_FOUND, "There is no such ticket.");
        assertThat(refused.getDetails()).contains(refused.refusal());
    }
}
