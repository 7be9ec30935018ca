package dev.callout.command.assignment;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.ListOpenWork;
import dev.callout.api.ticket.OpenWork;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.command.order.References;
import dev.callout.platform.rights.Actors;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Returns the open work of a person or a team that can't do it to the queue; each ticket decides for itself. */
@Component
class ReturnWorkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnWorkRunner.class);
    private static final int AT_A_TIME = 1000;

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final References references;

    ReturnWorkRunner(CommandGateway commands, QueryGateway queries, References references) {
        this.commands = commands;
        this.queries = queries;
        this.references = references;
    }

    void run(String accountOrTeam) {
        Actors.runAs(Actor.SYSTEM, () -> {
            if (accountOrTeam.startsWith("TEA-")) {
                returnWorkOfTeam(accountOrTeam);
            } else {
                returnWorkOf(accountOrTeam);
            }
        });
    }

    private void returnWorkOf(String accountId) {
        if (!references.canWork(accountId)) { // who was brought back meanwhile goes on
            var cause = references.absence(accountId).orElse(ReturnCause.ROLE_CHANGED);
            returnAll(
                    new ListOpenWork(accountId, null, AT_A_TIME),
                    ticketId -> new ReturnToQueue(ticketId, accountId, null, cause));
        }
    }

    private void returnWorkOfTeam(String teamId) {
        if (!references.canWorkAsTeam(teamId)) {
            returnAll(
                    new ListOpenWork(null, teamId, AT_A_TIME),
                    ticketId -> new ReturnToQueue(ticketId, null, teamId, ReturnCause.TEAM_EMPTY));
        }
    }

    private void returnAll(ListOpenWork list, Function<String, ReturnToQueue> command) {
        for (var ticketId : queries.query(list, OpenWork.class).join().ticketIds()) {
            try {
                commands.sendAndWait(command.apply(ticketId));
            } catch (CommandRefused refused) {
                LOG.warn("Ticket {} was not returned to the queue: {}", ticketId, refused.getMessage());
            }
        }
    }
}
