package dev.callout.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.function.Supplier;
import org.axonframework.common.Priority;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands an aggregate the repository of its own kind, so that two of them can change in one step. The framework looks at
 * the raw type alone and finds too many.
 */
@Component
@Priority(Priority.HIGH)
class RepositoryParameter implements ParameterResolverFactory {

    private final ApplicationContext beans;

    RepositoryParameter(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        if (parameters[index].getType() != Repository.class) {
            return null;
        }
        var type = ResolvableType.forType(parameters[index].getParameterizedType());
        // looked up once, but not before the context is complete
        return new FromContext(
                SingletonSupplier.of(() -> beans.getBeanProvider(type).getObject()));
    }

    /** The one repository that has the wanted type. */
    private record FromContext(Supplier<?> repository) implements ParameterResolver<Object> {

        @Override
        public Object resolveParameterValue(Message<?> message) {
            return repository.get();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
