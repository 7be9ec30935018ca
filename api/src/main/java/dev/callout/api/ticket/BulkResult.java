package dev.callout.api.ticket;

/** What became of one ticket in a bulk operation; code and reason say why it was not done. */
public record BulkResult(String ticketId, BulkOutcome outcome, String code, String reason) {}
