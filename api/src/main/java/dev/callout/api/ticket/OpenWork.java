package dev.callout.api.ticket;

import java.util.List;

/** Open tickets by id. */
public record OpenWork(List<String> ticketIds) {}
