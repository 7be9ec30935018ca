package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every installation begins with calendars and policies, and gets them once. */
@ExtendWith(RunningCallout.class)
class ShippedTermsIT {

    private final Desk desk;
    private final ApplicationRunner arrival;
    private final JdbcClient database;

    ShippedTermsIT(RunningCallout callout) {
        desk = new Desk(callout);
        arrival = Inside.of(callout).getBean("termsOnArrival", ApplicationRunner.class);
        database = Inside.database(callout);
    }

    private long events() {
        return database.sql(
                        "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier IN"
                                + " ('SLA-standard', 'SLA-premium', 'SLA-standard-plan', 'CAL-standard', 'CAL-around-the-clock')")
                .query(Long.class)
                .single();
    }

    @Test
    void are_there_and_in_the_hands_of_the_demos_people() {
        for (var policy : List.of("SLA-standard", "SLA-premium", "SLA-standard-plan")) {
            var shown = desk.support.get(Terms.POLICIES + "/" + policy).expect(200);
            assertThat(shown.text("policy.managerId")).isEqualTo(Desk.accountOf(desk.manager));
            assertThat(shown.text("policy.supervisorId")).isEqualTo(Desk.accountOf(desk.dispatcher));
        }
        for (var calendar : List.of("CAL-standard", "CAL-around-the-clock")) {
            desk.support.get(Terms.CALENDARS + "/" + calendar).expect(200);
        }
    }

    @Test
    void come_once() throws Exception {
        var before = events();
        arrival.run(new DefaultApplicationArguments());
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void come_once_even_if_a_register_has_not_heard_of_them_yet() throws Exception {
        var before = events();
        database.sql("UPDATE sla_policy_register SET policy_id = 'SLA-away' WHERE policy_id = 'SLA-premium'")
                .update();
        try {
            arrival.run(new DefaultApplicationArguments());
            assertThat(events()).isEqualTo(before);
        } finally {
            database.sql("UPDATE sla_policy_register SET policy_id = 'SLA-premium' WHERE policy_id = 'SLA-away'")
                    .update();
        }
    }
}
