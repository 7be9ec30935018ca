package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Samples.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.benchmarks.load.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {

    @Test
    void wants_three_tenths_of_a_fast_floor() {
        assertThat(goal("create", comparison(OperationNames.CREATE, 8, 2_000, 11_700))
                        .reached())
                .isFalse();
        assertThat(goal("create", comparison(OperationNames.CREATE, 8, 3_600, 11_700))
                        .reached())
                .isTrue();
    }

    @Test
    void wants_1800_a_second_however_slow_the_floor() {
        assertThat(goal("create", comparison(OperationNames.CREATE, 32, 1_700, 2_000))
                        .reached())
                .isFalse();
        assertThat(goal("create", comparison(OperationNames.CREATE, 32, 1_900, 2_000))
                        .reached())
                .isTrue();
    }

    @Test
    void names_what_falls_with_more_clients() {
        var fall = goal(
                "no figure falls",
                comparison("read", 8, 1_000, 1),
                comparison("read", 32, 1_100, 1),
                comparison("comment", 8, 1_000, 1),
                comparison("comment", 32, 600, 1));

        assertThat(fall.reached()).isFalse();
        assertThat(fall.measured()).isEqualTo("0.60 (comment)");
    }

    @Test
    void holds_a_board_page_against_plain_sql_and_nothing() {
        var nothing = comparison(OperationNames.NOTHING, 8, 4_000, 20_000);

        assertThat(goal("a board page beside", nothing, comparison(OperationNames.BOARD, 8, 1_000, 4_000)))
                .isEqualTo(new Goal(
                        "a board page beside plain SQL and an endpoint that does nothing, 8 clients",
                        "at most twice their time",
                        "2.0 times",
                        true));
        assertThat(goal("a board page beside", nothing, comparison(OperationNames.BOARD, 8, 900, 4_000))
                        .reached())
                .isFalse();
    }

    @Test
    void looks_at_the_lag_of_half_the_rate_only() {
        var goals = Samples.run(List.of(Samples.level(10, List.of(), 240)), List.of())
                .goals();

        assertThat(goals)
                .filteredOn(goal -> goal.what().startsWith("see it"))
                .singleElement()
                .matches(Goal::reached);
    }

    @Test
    void tells_growth_in_line_from_growth_beyond() {
        assertThat(growth(10, 101).reached()).isTrue();
        assertThat(growth(10, 200).reached()).isFalse();
    }

    @Test
    void says_nothing_of_what_was_not_measured() {
        assertThat(Samples.run(List.of(), List.of()).goals()).isEmpty();
    }

    private static Goal goal(String beginning, Comparison... comparisons) {
        return find(beginning, Samples.run(List.of(Samples.level(100_000, List.of(comparisons), 100)), List.of()));
    }

    private static Goal growth(double seconds, double tenTimesSeconds) {
        return find(
                "computing all views",
                Samples.run(
                        List.of(),
                        List.of(Samples.rebuilt(100_000, seconds), Samples.rebuilt(1_000_000, tenTimesSeconds))));
    }

    private static Goal find(String beginning, Run run) {
        return run.goals().stream()
                .filter(goal -> goal.what().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
