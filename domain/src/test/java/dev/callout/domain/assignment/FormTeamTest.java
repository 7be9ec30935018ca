package dev.callout.domain.assignment;

import dev.callout.api.assignment.FormTeam;
import dev.callout.api.assignment.TeamFormed;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class FormTeamTest {

    private final FixtureConfiguration<Team> team = new AggregateTestFixture<>(Team.class);
    private final TeamFormed formed = new TeamFormed("TEA-1", "Network");

    @Test
    void begins_with_a_name_and_without_members() {
        team.givenNoPriorActivity().when(new FormTeam("TEA-1", "Network")).expectEvents(formed);
    }
}
