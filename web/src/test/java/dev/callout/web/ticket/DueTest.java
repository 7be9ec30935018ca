package dev.callout.web.ticket;

import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.SlaColor.GREEN;
import static dev.callout.api.sla.SlaColor.RED;
import static dev.callout.api.sla.SlaColor.YELLOW;
import static dev.callout.api.sla.SlaVerdict.MET;
import static dev.callout.api.sla.SlaVerdict.MISSED;
import static dev.callout.api.sla.SlaVerdict.PAUSED;
import static dev.callout.api.sla.SlaVerdict.RUNNING;
import static dev.callout.web.ticket.Promised.at;
import static dev.callout.web.ticket.Promised.ended;
import static dev.callout.web.ticket.Promised.open;
import static dev.callout.web.ticket.Promised.tracking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaTracking;
import dev.callout.web.frame.WallClock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DueTest {

    private final WallClock wallClock = new WallClock(ZoneId.of("UTC"));

    private Due due(SlaTracking.Clock... promises) {
        return Due.of(tracking(promises), wallClock).orElseThrow();
    }

    @Test
    void tells_in_the_zone_of_the_calendar_when_the_first_promise_that_runs_is_due() {
        var due = due(
                ended(RESPONSE, MET, at("09:30"), at("09:25")),
                open(RESOLUTION, RUNNING, GREEN, at("19:00")),
                open(ARRIVAL, RUNNING, GREEN, at("14:30")));
        assertThat(due).isEqualTo(new Due("in 2 h", "arrival", "green", at("14:30"), "Mon 2 Mar 2026, 15:30:00 CET"));
    }

    @Test
    void says_in_words_what_yellow_and_red_mean() {
        var risky = due(open(RESOLUTION, RUNNING, YELLOW, at("12:20")));
        assertThat(risky)
                .extracting(Due::words, Due::promise, Due::color)
                .containsExactly("in 20 min", "resolution, at risk", "yellow");
        var late = due(open(RESPONSE, MISSED, RED, at("09:00")), open(RESOLUTION, RUNNING, YELLOW, at("12:20")));
        assertThat(late)
                .extracting(Due::words, Due::promise, Due::color)
                .containsExactly("3 h late", "first response", "red");
    }

    @Test
    void says_paused_only_where_nothing_runs() {
        var paused = open(RESOLUTION, PAUSED, GREEN, at("12:05"));
        assertThat(due(paused).words()).isEqualTo("paused");
        assertThat(due(paused).exactly()).endsWith("CET, if it went on now");
        assertThat(due(paused, open(ARRIVAL, RUNNING, GREEN, at("18:00"))).promise())
                .isEqualTo("arrival");
    }

    @Test
    void stays_broken_under_milder_terms_that_came_too_late() {
        assertThat(due(open(RESPONSE, MISSED, RED, at("15:00"))).words()).isEqualTo("broken");
    }

    @Test
    void is_never_due_in_no_time() {
        var soon = Instant.parse("2026-03-02T12:00:20Z");
        assertThat(due(open(RESPONSE, RUNNING, YELLOW, soon)).words()).isEqualTo("in 1 min");
        assertThat(due(open(RESPONSE, MISSED, RED, soon.minusSeconds(30))).words())
                .isEqualTo("1 min late");
    }

    @Test
    void is_nothing_once_nothing_is_left_to_do() {
        var promises = tracking(
                ended(RESPONSE, MISSED, at("09:30"), at("10:00")), ended(RESOLUTION, MET, at("14:00"), at("11:00")));
        assertThat(Due.of(promises, wallClock)).isEmpty();
        assertThat(Due.of(tracking(), wallClock)).isEmpty();
    }
}
