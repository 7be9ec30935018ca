package dev.callout.api.identity;

/** A command or query that concerns one customer; on the customer's side the sender must belong to it. */
public interface OfOneCustomer {
    String customerId();
}
