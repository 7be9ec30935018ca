package dev.callout.api.privacy;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The privacy officer had a person erased: from this moment on the keys are gone. */
@Revision("1")
public record PersonErasureOrdered(
        String erasureId, String personId, PersonKind kind, List<String> keys, ErasureGround ground, String orderedBy)
        implements ErasureEvent {}
