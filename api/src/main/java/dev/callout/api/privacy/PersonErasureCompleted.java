package dev.callout.api.privacy;

import org.axonframework.serialization.Revision;

/** Every view, register and file was gone through: nothing readable is left of the person. */
@Revision("1")
public record PersonErasureCompleted(String erasureId, String personId, Erased erased) implements ErasureEvent {}
