package dev.callout.api.identity;

import java.util.List;

/** One page of the security log. */
public record SecurityEventPage(List<SecurityEventLine> items, String next, Long total) {}
