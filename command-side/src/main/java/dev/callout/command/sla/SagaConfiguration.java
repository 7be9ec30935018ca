package dev.callout.command.sla;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.callout.platform.axon.PromptEvents;
import java.time.Duration;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where sagas and their deadlines are kept, and how those who act on events hear of them: once, and of new ones only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Notifications.class)
class SagaConfiguration {

    private static final Set<String> GROUPS = Set.of("saga-sla-escalation", SlaNotices.GROUP);
    private static final int BATCH_SIZE = 100;
    private static final long LONGEST_WAIT_SECONDS = 300;

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, @Qualifier("eventSerializer") Serializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .sqlSchema(new PostgresSagaSqlSchema(SagaSchema.builder()
                        .sagaEntryTable("saga")
                        .sagaIdColumn("saga_id")
                        .sagaTypeColumn("saga_type")
                        .revisionColumn("revision")
                        .serializedSagaColumn("state")
                        .associationValueEntryTable("saga_association")
                        .associationKeyColumn("association_key")
                        .associationValueColumn("association_value")
                        .build()))
                .build();
    }

    @Bean
    DbSchedulerDeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration configuration,
            @Qualifier("eventSerializer") Serializer serializer,
            TransactionManager transactions) {
        return new Deadlines(scheduler, new ConfigurationScopeAwareProvider(configuration), serializer, transactions);
    }

    /** A deadline that fails is tried again after a second, then after two, in the end every five minutes. */
    @Bean
    @Qualifier("deadlineDetailsTask")
    Task<DbSchedulerBinaryDeadlineDetails> deadlines(ObjectProvider<DbSchedulerDeadlineManager> manager) {
        var deadline = DbSchedulerDeadlineManager.binaryTask(manager::getObject);
        return Tasks.oneTime(deadline.getName(), deadline.getDataClass())
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(waitAfter(failed.getExecution().consecutiveFailures))))
                .execute(deadline::execute);
    }

    static Duration waitAfter(int failuresBefore) {
        return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(failuresBefore, Integer.SIZE)));
    }

    @Bean
    ConfigurerModule hearOfNewEventsOnly() {
        return configurer -> configurer.eventProcessing(processing -> {
            for (var group : GROUPS) {
                processing.registerPooledStreamingEventProcessor(
                        group,
                        configuration -> configuration.getComponent(PromptEvents.class),
                        (configuration, processor) -> processor
                                .initialSegmentCount(1)
                                .initialToken(source -> source.createHeadToken())
                                .batchSize(BATCH_SIZE));
                processing.registerListenerInvocationErrorHandler(
                        group, configuration -> PropagatingErrorHandler.INSTANCE);
            }
        });
    }
}
