package dev.callout.command.ticket;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.callout.api.ticket.BulkOperationRequested;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** When a bulk operation is requested, then it is run: by one node, also after a restart. */
@Component
@ProcessingGroup(TicketRegister.GROUP)
class BulkTask {

    private static final String NAME = "bulk-operation";

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    BulkTask(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(BulkOperationRequested event) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(NAME, event.operationId()), clock.instant());
    }

    /** Declares the task to the scheduler. */
    @Configuration(proxyBeanMethods = false)
    static class Declaration {

        @Bean
        Task<Void> bulkOperationTask(BulkRunner runner) {
            return Tasks.oneTime(NAME, Void.class).execute((task, context) -> runner.run(task.getId()));
        }
    }
}
