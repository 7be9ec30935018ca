package dev.callout.api.identity;

/** A query about one customer. People on the customer's side may ask it of their own company only. */
public interface OfOneCustomer {

    String customerId();
}
