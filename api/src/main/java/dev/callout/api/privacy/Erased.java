package dev.callout.api.privacy;

/**
 * What an erasure covered.
 *
 * @param events how many stored events hold values that can't be read any more
 * @param position up to which place in the stream of events was looked
 */
public record Erased(int customers, int tickets, int accounts, long events, int files, long position) {}
