package dev.callout.api.ticket;

import java.util.List;

/** One page of a customer's own tickets. */
public record CustomerTicketPage(List<CustomerTicketLine> items, String next, Long total) {}
