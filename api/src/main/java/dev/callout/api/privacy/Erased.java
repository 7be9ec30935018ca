package dev.callout.api.privacy;

/**
 * What an erasure covered.
 *
 * @param customers how many customers told of the person: one's own company does, as of each of its contacts
 * @param tickets how many tickets told of the person
 * @param accounts how many accounts were the person's
 * @param events how many stored events hold values that can't be read any more
 * @param position how far the search for it went: the place in the order of all stored events
 */
public record Erased(int customers, int tickets, int accounts, long events, int files, long position) {}
