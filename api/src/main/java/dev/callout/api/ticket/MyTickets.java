package dev.callout.api.ticket;

import java.util.List;

/** What one technician has to do, by what comes next; {@code teamUnaccepted} is free for whoever takes it first. */
public record MyTickets(
        List<TicketBoardLine> newAssignments,
        List<TicketBoardLine> inProgress,
        List<TicketBoardLine> pendingCustomer,
        List<TicketBoardLine> pendingParts,
        List<TicketBoardLine> resolved,
        List<TicketBoardLine> teamUnaccepted) {}
