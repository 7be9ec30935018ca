package dev.callout.api.identity;

/**
 * A query about one contact of a customer, or about all of them when it names none. People who see only what is their
 * own may ask it about themselves only; nobody's contact is the empty text.
 */
public interface OfOneContact extends OfOneCustomer {

    String contactId();
}
