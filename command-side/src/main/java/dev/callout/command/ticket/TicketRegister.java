package dev.callout.command.ticket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketIds;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.platform.identity.AfterCommit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives tickets their numbers and knows, from the moment a ticket is raised, which number means which ticket and whose
 * it is.
 */
@Component
@ProcessingGroup(TicketRegister.GROUP)
public class TicketRegister {

    static final String GROUP = "register-tickets";

    private final JdbcClient jdbc;

    /** Neither number nor customer of a ticket ever change; another node may know a former contact for a while. */
    private final Cache<String, RegisteredTicket> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    TicketRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One ticket, as far as commands need to know it. */
    public record RegisteredTicket(String ticketId, String number, String customerId, String contactId) {

        /** Whose key what is kept of the ticket is sealed with. */
        public String personId() {
            return contactId == null ? ticketId : contactId;
        }

        /** Customers reach what is theirs; everybody on our side reaches every ticket. */
        boolean isOpenTo(Actor actor) {
            return !actor.role().isCustomer()
                    || customerId.equals(actor.customerId())
                            && (actor.visibleContact() == null
                                    || actor.visibleContact().equals(contactId));
        }
    }

    public String nextNumber() {
        return "TKT"
                + jdbc.sql("SELECT nextval('ticket_number')").query(Long.class).single();
    }

    /** The ticket that an id or a number means, if it exists and the actor may know of it. */
    RegisteredTicket require(String idOrNumber, Actor actor) {
        return find(idOrNumber)
                .filter(ticket -> ticket.isOpenTo(actor))
                .orElseThrow(() -> new CommandRefused(RefusalCode.NOT_FOUND, "There is no such ticket."));
    }

    public Optional<RegisteredTicket> find(String idOrNumber) {
        var cached = known.getIfPresent(idOrNumber);
        if (cached != null) {
            return Optional.of(cached);
        }
        var found = jdbc.sql("SELECT ticket_id, number, customer_id, contact_id FROM ticket_register WHERE "
                        + (TicketIds.isId(idOrNumber) ? "ticket_id" : "number") + " = ?")
                .param(idOrNumber)
                .query((row, n) -> new RegisteredTicket(
                        row.getString("ticket_id"),
                        row.getString("number"),
                        row.getString("customer_id"),
                        row.getString("contact_id")))
                .optional();
        found.ifPresent(ticket -> known.put(idOrNumber, ticket));
        return found;
    }

    @EventHandler
    void on(TicketRaised event) {
        jdbc.sql("INSERT INTO ticket_register (ticket_id, number, customer_id, contact_id) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (ticket_id) DO NOTHING")
                .params(event.ticketId(), event.number(), event.customerId(), event.contactId())
                .update();
    }

    @EventHandler
    void on(ReporterChanged event) {
        jdbc.sql("UPDATE ticket_register SET contact_id = ? WHERE ticket_id = ? RETURNING number")
                .params(event.contactId(), event.ticketId())
                .query(String.class)
                .optional()
                .ifPresent(number -> forget(event.ticketId(), number));
    }

    @EventHandler
    void on(PersonErasedFromTicket event) {
        jdbc.sql("UPDATE ticket_register SET contact_id = NULL"
                        + " WHERE ticket_id = :ticket AND contact_id = ANY(:erased) RETURNING number")
                .param("ticket", event.ticketId())
                .param("erased", event.erased().toArray(String[]::new))
                .query(String.class)
                .optional()
                .ifPresent(number -> forget(event.ticketId(), number));
    }

    private void forget(String ticketId, String number) {
        AfterCommit.run(() -> known.invalidateAll(List.of(ticketId, number)));
    }
}
