package dev.callout.api.identity;

/** A query about what one account asked for, or anybody when it names none. Customers see what they asked for. */
public interface OfOneRequester {

    String requestedBy();
}
