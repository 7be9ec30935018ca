package dev.callout.api.customer;

/** Whether a customer is a company or a person. */
public enum CustomerKind {
    BUSINESS,
    CONSUMER
}
