package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make what we hold of a person unreadable for ever; {@code keys} names everything that is kept as this person's. */
@AllowedTo(PRIVACY_OFFICER)
public record ErasePerson(
        @TargetAggregateIdentifier String erasureId,
        String personId,
        PersonKind kind,
        List<String> keys,
        ErasureGround ground,
        String orderedBy)
        implements ErasureCommand {}
