package dev.callout.command.privacy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.command.order.References;
import dev.callout.platform.privacy.PersonKeys;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * When an erasure is ordered, then the keys are destroyed in the same transaction, and what told of the person is gone
 * through until nothing is left: by one node, also after a restart.
 */
@Component
@ProcessingGroup(References.GROUP)
class ErasureTask {

    private static final String NAME = "erasure";
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final PersonKeys keys;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ErasureTask(PersonKeys keys, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.keys = keys;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(PersonErasureOrdered event) {
        if (!keys.destroy(event.keys()).contains(event.personId())) {
            throw new CommandRefused(RefusalCode.ALREADY_ERASED, "This person was erased already.");
        }
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(NAME, event.erasureId()), clock.instant());
    }

    /** Declares the task to the scheduler. */
    @Configuration(proxyBeanMethods = false)
    static class Declaration {

        @Bean
        Task<Void> eraseOrderedPersons(ErasureRunner runner) {
            return Tasks.custom(NAME, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)))
                    .execute((task, context) -> runner.run(task.getId())
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(LOOK_AGAIN_AFTER)));
        }
    }
}
