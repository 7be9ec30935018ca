package dev.callout.api.ticket;

/** One ticket of a bulk operation, at the version the user saw; -1 where any version will do. */
public record BulkItem(String ticketId, long version) {}
