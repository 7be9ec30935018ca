package dev.callout.domain.assignment;

import dev.callout.api.assignment.AddTeamMember;
import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddTeamMemberTest {

    private final FixtureConfiguration<Team> team = new AggregateTestFixture<>(Team.class);
    private final TeamFormed formed = new TeamFormed("TEA-1", "Network");
    private final TeamMemberAdded joined = new TeamMemberAdded("TEA-1", "ACC-1");

    @Test
    void lets_somebody_join() {
        team.given(formed)
                .when(new AddTeamMember("TEA-1", "ACC-1"))
                .expectEvents(joined)
                .expectResultMessagePayload(1L);
    }

    @Test
    void says_nothing_new_about_a_member() {
        team.given(formed, joined)
                .when(new AddTeamMember("TEA-1", "ACC-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
