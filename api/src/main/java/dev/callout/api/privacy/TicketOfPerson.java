package dev.callout.api.privacy;

/**
 * A ticket that an erasure of a person would change.
 *
 * @param reporter whether the ticket is the person's
 * @param texts how many entries of its history have a text or a file by the person
 */
public record TicketOfPerson(String ticketId, String number, boolean reporter, int texts) {}
