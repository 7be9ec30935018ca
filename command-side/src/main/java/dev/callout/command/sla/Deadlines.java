package dev.callout.command.sla;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deadlines that can be taken back also while one is just being met: whoever takes it back lets it happen then. */
class Deadlines extends DbSchedulerDeadlineManager {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

    private final Scheduler scheduler;

    Deadlines(Scheduler scheduler, ScopeAwareProvider scopes, Serializer serializer, TransactionManager transactions) {
        super(builder()
                .scheduler(scheduler)
                .scopeAwareProvider(scopes)
                .serializer(serializer)
                .transactionManager(transactions)
                .startScheduler(false)
                .stopScheduler(false));
        this.scheduler = scheduler;
    }

    @Override
    public void cancelSchedule(String deadlineName, String scheduleId) {
        runOnPrepareCommitOrNow(() -> {
            try {
                scheduler.cancel(new DbSchedulerDeadlineToken(scheduleId));
            } catch (TaskInstanceException e) {
                log.debug("The deadline {} is met or being met", scheduleId, e);
            }
        });
    }
}
