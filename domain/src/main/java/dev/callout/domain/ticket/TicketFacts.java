package dev.callout.domain.ticket;

import dev.callout.api.Personal;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * What a ticket is about. Of its texts only a fingerprint is kept: enough to see that a correction changes them, and
 * that under the key of whom it is about.
 */
record TicketFacts(
        String number,
        String customerId,
        String contactId,
        String siteId,
        TicketType type,
        String category,
        String subCategory,
        String product,
        String serialNumber,
        @Personal({"contactId", "customerId"}) String textFingerprint) {

    static TicketFacts of(TicketRaised event) {
        return new TicketFacts(
                event.number(),
                event.customerId(),
                event.contactId(),
                event.siteId(),
                event.type(),
                event.category(),
                event.subCategory(),
                event.product(),
                event.serialNumber(),
                fingerprint(event.title(), event.description()));
    }

    TicketFacts after(TicketEvent event) {
        if (event instanceof TicketDescribed e) {
            return new TicketFacts(
                    number,
                    customerId,
                    contactId,
                    siteId,
                    type,
                    category,
                    subCategory,
                    product,
                    serialNumber,
                    fingerprint(e.title(), e.description()));
        }
        if (event instanceof TicketClassified e) {
            return new TicketFacts(
                    number,
                    customerId,
                    contactId,
                    siteId,
                    e.type(),
                    e.category(),
                    e.subCategory(),
                    product,
                    serialNumber,
                    textFingerprint);
        }
        if (event instanceof ReporterChanged e) {
            return new TicketFacts(
                    number,
                    customerId,
                    e.contactId(),
                    e.siteId(),
                    type,
                    category,
                    subCategory,
                    product,
                    serialNumber,
                    textFingerprint);
        }
        if (event instanceof ProductIdentified e) {
            return new TicketFacts(
                    number,
                    customerId,
                    contactId,
                    siteId,
                    type,
                    category,
                    subCategory,
                    e.product(),
                    e.serialNumber(),
                    textFingerprint);
        }
        if (event instanceof PersonErasedFromTicket e && e.isOf(contactId)) {
            return new TicketFacts(
                    number,
                    customerId,
                    null,
                    siteId,
                    type,
                    category,
                    subCategory,
                    product,
                    serialNumber,
                    textFingerprint);
        }
        return this;
    }

    /** One event for each part of the description that the correction changes. */
    List<TicketEvent> corrections(CorrectTicket command, Instant now) {
        var events = new ArrayList<TicketEvent>();
        if (!Objects.equals(contactId, command.contactId()) || !Objects.equals(siteId, command.siteId())) {
            events.add(new ReporterChanged(command.ticketId(), command.contactId(), command.siteId(), now));
        }
        if (!textFingerprint.equals(fingerprint(command.title(), command.description()))) {
            events.add(new TicketDescribed(
                    command.ticketId(), command.contactId(), command.title(), command.description()));
        }
        if (type != command.type()
                || !Objects.equals(category, command.category())
                || !Objects.equals(subCategory, command.subCategory())) {
            events.add(new TicketClassified(
                    command.ticketId(), command.type(), command.category(), command.subCategory(), now));
        }
        if (!Objects.equals(product, command.product()) || !Objects.equals(serialNumber, command.serialNumber())) {
            events.add(new ProductIdentified(command.ticketId(), command.product(), command.serialNumber()));
        }
        return events;
    }

    private static String fingerprint(String title, String description) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest((title + "\n" + description).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
