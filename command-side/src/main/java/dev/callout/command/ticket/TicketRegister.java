package dev.callout.command.ticket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketIds;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.platform.identity.AfterCommit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String READERS = """
            ARRAY(WITH RECURSIVE merged AS (
                SELECT ticket.ticket_id, ticket.contact_id
                UNION
                SELECT duplicate.ticket_id, duplicate.contact_id
                FROM merged JOIN ticket_register duplicate ON duplicate.merged_into = merged.ticket_id)
            SELECT DISTINCT contact_id FROM merged WHERE contact_id IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    /** Neither number nor customer of a ticket ever change; another node may know a former contact for a while. */
    private final Cache<String, RegisteredTicket> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    TicketRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One ticket, as far as commands need to know it.
     *
     * @param readers the contacts who may read it: whose it is, and those whose own tickets were merged into it
     */
    public record RegisteredTicket(
            String ticketId, String number, String customerId, String contactId, Set<String> readers) {

        /** Whose key what is kept of the ticket is sealed with. */
        public String personId() {
            return contactId == null ? ticketId : contactId;
        }

        /** Customers reach what is theirs; everybody on our side reaches every ticket. */
        boolean isOpenTo(Actor actor) {
            return !actor.role().isCustomer()
                    || customerId.equals(actor.customerId())
                            && (actor.visibleContact() == null || readers.contains(actor.visibleContact()));
        }
    }

    public String nextNumber() {
        return "TKT"
                + jdbc.sql("SELECT nextval('ticket_number')").query(Long.class).single();
    }

    /** The ticket that an id or a number means, if it exists and the actor may know of it. */
    RegisteredTicket require(String idOrNumber, Actor actor) {
        return find(idOrNumber, actor)
                .orElseThrow(() -> new CommandRefused(RefusalCode.NOT_FOUND, "There is no such ticket."));
    }

    /** The same where it may be missing; before it is denied, what is remembered of it is read anew. */
    Optional<RegisteredTicket> find(String idOrNumber, Actor actor) {
        return find(idOrNumber)
                .filter(ticket -> ticket.isOpenTo(actor))
                .or(() -> read(idOrNumber).filter(ticket -> ticket.isOpenTo(actor)));
    }

    public Optional<RegisteredTicket> find(String idOrNumber) {
        var cached = known.getIfPresent(idOrNumber);
        if (cached != null) {
            return Optional.of(cached);
        }
        return read(idOrNumber);
    }

    private Optional<RegisteredTicket> read(String idOrNumber) {
        var found = jdbc.sql("SELECT ticket_id, number, customer_id, contact_id, " + READERS
                        + " AS readers FROM ticket_register ticket WHERE "
                        + (TicketIds.isId(idOrNumber) ? "ticket_id" : "number") + " = ?")
                .param(idOrNumber)
                .query((row, n) -> new RegisteredTicket(
                        row.getString("ticket_id"),
                        row.getString("number"),
                        row.getString("customer_id"),
                        row.getString("contact_id"),
                        Set.of((String[]) row.getArray("readers").getArray())))
                .optional();
        found.ifPresent(ticket -> known.put(idOrNumber, ticket));
        return found;
    }

    /** The other tickets of the same customer that live on in this one, and those in which it lives on. */
    List<String> mergedWith(String ticketId) {
        return jdbc.sql("""
                        WITH RECURSIVE duplicate AS (
                            SELECT ticket_id FROM ticket_register WHERE merged_into = :ticket
                            UNION
                            SELECT next.ticket_id FROM duplicate
                            JOIN ticket_register next ON next.merged_into = duplicate.ticket_id),
                        survivor AS (
                            SELECT merged_into FROM ticket_register WHERE ticket_id = :ticket
                            UNION
                            SELECT next.merged_into FROM survivor
                            JOIN ticket_register next ON next.ticket_id = survivor.merged_into)
                        SELECT ticket_id FROM duplicate
                        UNION SELECT merged_into FROM survivor WHERE merged_into IS NOT NULL
                        """).param("ticket", ticketId).query(String.class).list();
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

    /** Across customers nobody becomes a reader of the other one's ticket. */
    @EventHandler
    void on(TicketMerged event) {
        mergedInto(event.acrossCustomers() ? null : event.intoTicketId(), event.ticketId());
    }

    @EventHandler
    void on(TicketUnmerged event) {
        mergedInto(null, event.ticketId());
    }

    private void mergedInto(String survivor, String ticketId) {
        jdbc.sql("UPDATE ticket_register SET merged_into = ? WHERE ticket_id = ?")
                .params(survivor, ticketId)
                .update();
        AfterCommit.run(known::invalidateAll); // whoever may read one of a chain, and merges are few
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
