package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Inside;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/** Names of processing groups are stored: this is the whole list, and in none of them is anything swallowed. */
@ExtendWith(RunningCallout.class)
class ProcessingGroupsIT {

    private static final Set<String> IN_THE_COMMANDS_TRANSACTION =
            Set.of("register-customer-matches", "register-references", "register-sla", "register-tickets");
    /** Each waits where it fails: what it would pass over would never be done. */
    private static final Set<String> ACT_ON_NEW_EVENTS = Set.of("policy-sla-notices", "saga-sla-escalation");

    private static final Set<String> WITH_DEAD_LETTERS = Set.of(
            "projection-accounts",
            "projection-bulk-operations",
            "projection-customer-tickets",
            "projection-customer-timeline",
            "projection-customers",
            "projection-erasures",
            "projection-sla-tracking",
            "projection-sla-book",
            "projection-ticket-board",
            "projection-ticket-counters",
            "projection-ticket-details",
            "projection-ticket-history",
            "projection-ticket-timeline");

    private final ApplicationContext context;
    private final EventProcessingConfiguration processing;

    ProcessingGroupsIT(RunningCallout callout) {
        context = Inside.of(callout);
        processing = context.getBean(EventProcessingConfiguration.class);
    }

    @Test
    void are_these_and_no_others() {
        var known = new TreeSet<>(WITH_DEAD_LETTERS);
        known.addAll(IN_THE_COMMANDS_TRANSACTION);
        known.addAll(ACT_ON_NEW_EVENTS);
        assertThat(processing.eventProcessors().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void keep_what_fails_or_fail_the_command() {
        assertThat(WITH_DEAD_LETTERS).allSatisfy(group -> {
            assertThat(processing.eventProcessor(group, PooledStreamingEventProcessor.class))
                    .isPresent();
            assertThat(processing.deadLetterQueue(group)).isPresent();
        });
        assertThat(ACT_ON_NEW_EVENTS).allSatisfy(group -> {
            assertThat(processing.eventProcessor(group, PooledStreamingEventProcessor.class))
                    .isPresent();
            assertThat(processing.listenerInvocationErrorHandler(group)).isSameAs(PropagatingErrorHandler.INSTANCE);
        });
        assertThat(IN_THE_COMMANDS_TRANSACTION).allSatisfy(group -> {
            assertThat(processing.eventProcessor(group, SubscribingEventProcessor.class))
                    .isPresent();
            assertThat(processing.listenerInvocationErrorHandler(group)).isSameAs(PropagatingErrorHandler.INSTANCE);
            assertThat(processing.errorHandler(group)).isSameAs(PropagatingErrorHandler.INSTANCE);
        });
    }

    @Test
    void are_declared_by_every_bean_that_hears_events() {
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name, false);
            if (type != null && type.getName().startsWith("dev.callout.") && hears(type)) {
                assertThat(AnnotationUtils.findAnnotation(type, ProcessingGroup.class))
                        .as("%s would run in a group named after its package", type)
                        .isNotNull();
            }
        }
    }

    private static boolean hears(Class<?> type) {
        return !type.getPackageName().startsWith("dev.callout.domain.")
                && java.util.Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type))
                        .anyMatch(method -> AnnotationUtils.findAnnotation(method, EventHandler.class) != null);
    }
}
