package dev.callout.platform.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Lets any command be tied to the version of the aggregate that its sender saw, without a field for it. */
@Component
public class VersionFromMetaData implements CommandTargetResolver {

    /** The metadata key: a {@code Long}, the sequence number that must still be the last one. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private final CommandTargetResolver byAnnotation =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var target = byAnnotation.resolveTarget(command);
        var expected = (Number) command.getMetaData().get(EXPECTED_VERSION);
        return expected == null
                ? target
                : new VersionedAggregateIdentifier(target.getIdentifierValue(), expected.longValue());
    }
}
