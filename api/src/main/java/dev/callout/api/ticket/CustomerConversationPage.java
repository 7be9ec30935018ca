package dev.callout.api.ticket;

import java.util.List;

/** One page of what was written between a customer and us on a ticket, the newest first. */
public record CustomerConversationPage(List<CustomerTicket.Message> items, String next) {}
