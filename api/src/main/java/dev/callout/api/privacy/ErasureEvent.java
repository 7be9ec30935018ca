package dev.callout.api.privacy;

/** What can happen to an erasure. */
public sealed interface ErasureEvent permits PersonErasureOrdered, PersonErasureCompleted {
    String erasureId();
}
