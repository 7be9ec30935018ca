package dev.callout.api.ticket;

import java.util.List;

/** One page of the board; {@code next} leads to the following one, {@code total} is there when asked for. */
public record TicketBoardPage(List<TicketBoardLine> items, String next, Long total) {}
