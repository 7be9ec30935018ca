package dev.callout.api.privacy;

/** What can be asked of an erasure. */
public sealed interface ErasureCommand permits ErasePerson, CompleteErasure {
    String erasureId();
}
