package dev.callout.api.identity;

/** What people do with their own account alone. An administrator may do it with every account. */
public interface OfOneAccount {

    String accountId();
}
