package dev.callout.api.ticket;

import java.util.List;

/** One page of what was written on a ticket, the newest first; a page ends early where its texts are long. */
public record TicketConversationPage(List<TicketDetails.Message> items, String next) {}
