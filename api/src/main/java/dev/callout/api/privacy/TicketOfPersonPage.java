package dev.callout.api.privacy;

import java.util.List;

/** One page of a person's tickets. */
public record TicketOfPersonPage(List<TicketOfPerson> items, String next, Long total) {}
