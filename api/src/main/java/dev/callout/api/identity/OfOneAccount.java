package dev.callout.api.identity;

/** A query about what one account did, or all of them when it names none. Customers may ask it about themselves only. */
public interface OfOneAccount {

    String accountId();
}
