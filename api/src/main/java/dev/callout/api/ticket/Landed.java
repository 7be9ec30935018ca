package dev.callout.api.ticket;

/** Where words came to stand: a merged ticket passes them on to the one it lives on in. */
public record Landed(String ticketId, long version) {}
