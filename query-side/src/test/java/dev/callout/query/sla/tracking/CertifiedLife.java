package dev.callout.query.sla.tracking;

import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/** The life of one ticket, told event by event, at once or late, and certified at a moment. */
final class CertifiedLife {

    private final SlaBook book;
    private final List<DomainEventMessage<?>> history = new ArrayList<>();
    private SlaCourse course;
    private WorkState work;

    CertifiedLife(SlaBook book) {
        this.book = book;
    }

    /** Recorded when it happened. */
    CertifiedLife told(TicketEvent event) {
        return told(event, event.occurredAt());
    }

    CertifiedLife told(TicketEvent event, Instant recordedAt) {
        var before = work;
        work = WorkState.after(before, event);
        course = SlaCourse.after(course, event, before, work, SlaSwitch.by(event, history.size(), recordedAt));
        history.add(new GenericDomainEventMessage<>(
                "Ticket", event.ticketId(), history.size(), new GenericMessage<>(event), recordedAt));
        return this;
    }

    SlaCertificate certificate(Instant moment) {
        return certificate("TKT100231", new Heading("Printer is silent", null), moment);
    }

    SlaCertificate certificate(String number, Heading heading, Instant moment) {
        var ticket = tracked(number, course.startedAt(), history.size() - 1);
        var chronicle = new Chronicle(course, history.stream(), moment);
        return new Certificates(book, new Standing(book, true), chronicle, ZoneId.of("UTC"))
                .of(ticket, ticket.version(), heading, SlaCalculation.read(course, book, moment));
    }

    static TrackedTicket tracked(String number, Instant startedAt, long version) {
        return new TrackedTicket(
                "TCK-1",
                number,
                "CUS-1",
                Priority.HIGH,
                "HARDWARE",
                null,
                null,
                startedAt,
                null,
                null,
                1,
                Map.of(),
                "",
                version);
    }
}
