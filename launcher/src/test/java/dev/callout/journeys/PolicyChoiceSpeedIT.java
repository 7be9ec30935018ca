package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.ticket.Priority;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every ticket that is raised waits for the choice of its policy; with a thousand policies it must not notice. */
@ExtendWith(RunningCallout.class)
class PolicyChoiceSpeedIT {

    private static final int TRIES = 2_000;
    private static final int MOST_TIMES_A_QUESTION_OF_NOTHING = 200;

    private final SlaChoice choice;
    private final JdbcClient database;
    private final String acme;

    PolicyChoiceSpeedIT(RunningCallout callout) {
        choice = Inside.of(callout).getBean(SlaChoice.class);
        database = Inside.database(callout);
        acme = Desk.customerOf(new Desk(callout).acmeUser);
    }

    @Test
    void chooses_among_a_thousand_policies_in_a_moment() {
        database.sql("INSERT INTO sla_policy_register (policy_id, version, customer_id, calendars)"
                        + " SELECT 'SLA-speed-' || n, 1, 'CUS-speed-' || n, ARRAY['CAL-standard']"
                        + " FROM generate_series(1, 1000) n")
                .update();
        try {
            var nothing =
                    medianNanos(() -> database.sql("SELECT 1").query(Long.class).single());
            var chosen = medianNanos(() -> choice.choose(acme, Priority.HIGH, "HARDWARE"));
            System.out.printf(
                    "A policy is chosen in %d µs, nothing is asked in %d µs%n", chosen / 1000, nothing / 1000);
            assertThat(choice.choose(acme, Priority.HIGH, "HARDWARE")
                            .orElseThrow()
                            .policyId())
                    .isEqualTo("SLA-premium");
            assertThat(chosen).isLessThan(MOST_TIMES_A_QUESTION_OF_NOTHING * nothing);
        } finally {
            database.sql("DELETE FROM sla_policy_register WHERE policy_id LIKE 'SLA-speed-%'")
                    .update();
        }
    }

    private static long medianNanos(Runnable question) {
        var nanos = new long[TRIES];
        for (var i = 0; i < TRIES; i++) {
            var begun = System.nanoTime();
            question.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[TRIES / 2];
    }
}
