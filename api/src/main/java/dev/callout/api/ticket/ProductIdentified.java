package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** The product concerned, or its serial number, became known. */
@Revision("1")
public record ProductIdentified(String ticketId, String product, String serialNumber) implements TicketEvent {}
