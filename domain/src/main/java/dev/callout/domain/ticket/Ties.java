package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.LINK_TO_ITSELF;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.ticket.FollowUpRaised;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WatchTicket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The part of a ticket that knows which tickets belong to it and who watches it, whatever becomes of the work. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Ties {

    private Set<String> links = new HashSet<>(); // not final: a snapshot has to be read into it
    private Set<String> watchers = new HashSet<>();
    private Map<String, String> followUps = new HashMap<>();

    void link(LinkTicket command) {
        refuseWhen(
                command.ticketId().equals(command.otherTicketId()),
                LINK_TO_ITSELF,
                "A ticket can't be linked to itself.");
        if (!has(command.otherTicketId(), command.kind())) {
            apply(new TicketLinked(command.ticketId(), command.otherTicketId(), command.kind()));
        }
    }

    @EventSourcingHandler
    void on(TicketLinked event) {
        links.add(link(event.otherTicketId(), event.kind()));
    }

    void unlink(UnlinkTicket command) {
        if (has(command.otherTicketId(), command.kind())) {
            apply(new TicketUnlinked(command.ticketId(), command.otherTicketId(), command.kind()));
        }
    }

    @EventSourcingHandler
    void on(TicketUnlinked event) {
        links.remove(link(event.otherTicketId(), event.kind()));
    }

    void watch(WatchTicket command) {
        if (!isWatchedBy(command.accountId())) {
            apply(new TicketWatched(command.ticketId(), command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TicketWatched event) {
        watchers.add(event.accountId());
    }

    void unwatch(UnwatchTicket command) {
        if (isWatchedBy(command.accountId())) {
            apply(new TicketUnwatched(command.ticketId(), command.accountId()));
        }
    }

    @EventSourcingHandler
    void on(TicketUnwatched event) {
        watchers.remove(event.accountId());
    }

    boolean has(String otherTicketId, LinkKind kind) {
        return links.contains(link(otherTicketId, kind));
    }

    boolean isWatchedBy(String accountId) {
        return watchers.contains(accountId);
    }

    @EventSourcingHandler
    void on(FollowUpRaised event) {
        followUps.put(event.raisedBy(), event.followUpId());
    }

    /** The last follow-up that somebody raised. */
    Optional<String> followUpBy(String accountId) {
        return Optional.ofNullable(followUps.get(accountId));
    }

    private static String link(String otherTicketId, LinkKind kind) {
        return kind + " " + otherTicketId;
    }
}
