package dev.callout.api.ticket;

import java.util.List;

/** One page of the bulk operations. */
public record BulkOperationPage(List<BulkOperationLine> items, String next, Long total) {}
