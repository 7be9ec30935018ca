package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.GUEST;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;

/** One of a customer's own tickets; {@code ticket} is its id or its number. */
@AllowedTo({CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, GUEST, SYSTEM})
public record FindCustomerTicket(String customerId, String contactId, String ticket) implements OfOneContact {}
