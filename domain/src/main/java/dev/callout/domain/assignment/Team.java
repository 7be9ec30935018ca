package dev.callout.domain.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.assignment.AddTeamMember;
import dev.callout.api.assignment.FormTeam;
import dev.callout.api.assignment.RemoveTeamMember;
import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** People who share work under one name: a ticket can be given to the team, and any member may accept it. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Team {

    private @AggregateIdentifier String teamId;
    private Set<String> members = new HashSet<>();

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    Team(FormTeam command) {
        apply(new TeamFormed(command.teamId(), command.name()));
    }

    @EventSourcingHandler
    void on(TeamFormed event) {
        teamId = event.teamId();
    }

    @CommandHandler
    void handle(AddTeamMember command) {
        if (!members.contains(command.accountId())) {
            apply(new TeamMemberAdded(teamId, command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TeamMemberAdded event) {
        members.add(event.accountId());
    }

    @CommandHandler
    void handle(RemoveTeamMember command) {
        if (members.contains(command.accountId())) {
            apply(new TeamMemberRemoved(teamId, command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TeamMemberRemoved event) {
        members.remove(event.accountId());
    }

    protected Team() {} // Axon starts from an empty team and replays its events
}
