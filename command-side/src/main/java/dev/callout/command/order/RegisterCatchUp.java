package dev.callout.command.order;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Tells the registers once more of every event, shortly after it was stored. On Axon Server a crash can come between an
 * event and the registers that were to know of it; whoever knows it already stays as it is.
 */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
@ProcessingGroup(RegisterCatchUp.GROUP)
class RegisterCatchUp {

    static final String GROUP = "register-catch-up";

    private final ListableBeanFactory beans;
    private final ParameterResolverFactory parameters;
    private List<AnnotationEventHandlerAdapter> registers;

    RegisterCatchUp(ListableBeanFactory beans, ParameterResolverFactory parameters) {
        this.beans = beans;
        this.parameters = parameters;
    }

    @EventHandler
    void on(Object payload, EventMessage<?> event) throws Exception {
        for (var register : registers()) {
            if (register.canHandle(event)) {
                register.handle(event);
            }
        }
    }

    /** All that hear of events in the transaction of the command. */
    private synchronized List<AnnotationEventHandlerAdapter> registers() {
        if (registers == null) {
            registers = beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                    .filter(bean -> RegisterProcessing.GROUPS.contains(
                            bean.getClass().getAnnotation(ProcessingGroup.class).value()))
                    .map(bean -> new AnnotationEventHandlerAdapter(bean, parameters))
                    .toList();
        }
        return registers;
    }
}
