package dev.callout.command.assignment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.callout.api.assignment.TeamMemberRemoved;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.Role;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.command.order.References;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * When somebody can no longer work, their open work is returned to the queue, and so is that of a team without anybody
 * left: by one node, also after a restart. It is looked for several times, since the list of open work may be behind.
 */
@Component
@ProcessingGroup(References.GROUP)
class ReturnWorkTask {

    private static final String NAME = "return-work";
    private static final List<Duration> LOOK_AFTER =
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final References references;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ReturnWorkTask(References references, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.references = references;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(AccountDeactivated event) {
        leaves(event.accountId());
    }

    @EventHandler
    void on(AccountRoleChanged event) {
        if (event.role() != Role.TECHNICIAN) {
            leaves(event.accountId());
        }
    }

    @EventHandler
    void on(PersonErasureOrdered event) {
        event.keys().stream().filter(key -> key.startsWith("ACC-")).forEach(this::leaves);
    }

    @EventHandler
    void on(TeamMemberRemoved event) {
        lookFor(event.teamId());
    }

    private void leaves(String accountId) {
        lookFor(accountId);
        references.teamsOf(accountId).forEach(this::lookFor);
    }

    private void lookFor(String accountOrTeam) {
        for (var after : LOOK_AFTER) {
            var instance = new TaskInstance<Void>(NAME, accountOrTeam + "/" + after.toSeconds());
            scheduler.getObject().scheduleIfNotExists(instance, clock.instant().plus(after));
        }
    }

    /** Declares the task to the scheduler. */
    @Configuration(proxyBeanMethods = false)
    static class Declaration {

        @Bean
        Task<Void> returnWork(ReturnWorkRunner runner) {
            return Tasks.oneTime(NAME, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)))
                    .execute((task, context) -> runner.run(task.getId().split("/")[0]));
        }
    }
}
