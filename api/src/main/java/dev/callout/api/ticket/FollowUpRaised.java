package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** The problem of this ticket goes on in a new one. */
@Revision("1")
public record FollowUpRaised(String ticketId, String followUpId, String followUpNumber, String raisedBy)
        implements TicketEvent {}
