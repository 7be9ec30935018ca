package dev.callout.domain.assignment;

import dev.callout.api.assignment.RemoveTeamMember;
import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RemoveTeamMemberTest {

    private final FixtureConfiguration<Team> team = new AggregateTestFixture<>(Team.class);
    private final TeamFormed formed = new TeamFormed("TEA-1", "Network");
    private final TeamMemberAdded joined = new TeamMemberAdded("TEA-1", "ACC-1");

    @Test
    void lets_somebody_leave() {
        team.given(formed, joined)
                .when(new RemoveTeamMember("TEA-1", "ACC-1"))
                .expectEvents(new TeamMemberRemoved("TEA-1", "ACC-1"));
    }

    @Test
    void says_nothing_about_somebody_who_is_no_member() {
        team.given(formed, joined, new TeamMemberRemoved("TEA-1", "ACC-1"))
                .when(new RemoveTeamMember("TEA-1", "ACC-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
