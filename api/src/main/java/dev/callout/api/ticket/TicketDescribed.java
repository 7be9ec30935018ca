package dev.callout.api.ticket;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Title or description were put right. */
@Revision("1")
public record TicketDescribed(
        String ticketId,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String title,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String description)
        implements TicketEvent {}
