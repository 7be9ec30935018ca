package dev.callout.launcher.server;

import java.util.Objects;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves out of a process what its role has no use for. What a class is for, its module and its kind tell: there is
 * nothing to switch on or off anywhere else.
 */
final class PartsOfTheRole extends TypeExcludeFilter {

    private static final String CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String QUERY_HANDLER = "org.axonframework.queryhandling.QueryHandler";

    private final Deployment deployment;

    PartsOfTheRole(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) {
        var name = type.getClassMetadata().getClassName();
        return switch (deployment.role()) {
            case ALL -> false;
            case QUERY ->
                name.startsWith("dev.callout.command.")
                        || name.startsWith("dev.callout.domain.")
                        || name.startsWith("dev.callout.web.");
            case COMMAND -> name.startsWith("dev.callout.query.") && servesReaders(type, name);
        };
    }

    /** The rebuild of views and the doors to them; without Axon Server the questions of screens and jobs stay here. */
    private boolean servesReaders(MetadataReader type, String name) {
        return name.startsWith("dev.callout.query.rebuild.")
                || type.getAnnotationMetadata().hasMetaAnnotation(CONTROLLER)
                || type.getAnnotationMetadata().hasAnnotation(CONTROLLER)
                || deployment.routesQueries() && type.getAnnotationMetadata().hasAnnotatedMethods(QUERY_HANDLER);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartsOfTheRole parts && deployment.equals(parts.deployment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(deployment);
    }
}
