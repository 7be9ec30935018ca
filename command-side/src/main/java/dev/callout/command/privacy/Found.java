package dev.callout.command.privacy;

import dev.callout.api.PersonErased;
import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.EraseContact;
import dev.callout.api.customer.EraseCustomer;
import dev.callout.api.identity.AccountEvent;
import dev.callout.api.identity.EraseAccount;
import dev.callout.api.privacy.Erased;
import dev.callout.api.ticket.ErasePersonFromTicket;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.platform.privacy.Owners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** What tells of a person: which tickets, customers and accounts, and whether each of them knows of the erasure. */
class Found {

    /** What kind of thing tells of somebody. */
    private enum Teller {
        CUSTOMER,
        TICKET,
        ACCOUNT
    }

    private final Set<String> personIds;
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private long events;
    private int files;
    private long position;

    Found(Set<String> personIds) {
        this.personIds = personIds;
    }

    /** One thing that tells of the person: when it last did, by id, and when it last noted an erasure. */
    private record Story(Teller teller, Map<String, Long> told, Map<String, Long> erased) {

        List<String> unsaid(String aggregateId) {
            var all = erased.getOrDefault(aggregateId, -1L);
            return told.keySet().stream()
                    .filter(id -> told.get(id) > Math.max(all, erased.getOrDefault(id, -1L)))
                    .sorted()
                    .toList();
        }
    }

    void add(EventMessage<?> message, long position) {
        this.position = position;
        if (!(message instanceof DomainEventMessage<?> event)) {
            return;
        }
        var payload = event.getPayload();
        var tells = new HashSet<>(Owners.of(event));
        tells.retainAll(personIds);
        if (!tells.isEmpty()) {
            events++;
            files += payload instanceof FileAttached ? 1 : 0;
        }
        if (payload instanceof ReporterChanged changed && personIds.contains(changed.contactId())) {
            tells.add(changed.contactId()); // by its id alone
        }
        if (!tells.isEmpty()) {
            var story = stories.computeIfAbsent(
                    event.getAggregateIdentifier(), id -> new Story(teller(payload), new HashMap<>(), new HashMap<>()));
            tells.forEach(id -> story.told().put(id, event.getSequenceNumber()));
        }
        var known = stories.get(event.getAggregateIdentifier());
        if (payload instanceof PersonErased fact && known != null) {
            fact.erased().forEach(id -> known.erased().put(id, event.getSequenceNumber()));
        }
    }

    private static Teller teller(Object event) {
        if (event instanceof TicketEvent) {
            return Teller.TICKET;
        }
        if (event instanceof CustomerEvent) {
            return Teller.CUSTOMER;
        }
        if (event instanceof AccountEvent) {
            return Teller.ACCOUNT;
        }
        throw new IllegalStateException("Nobody knows how to erase a person from a story with " + event.getClass());
    }

    Set<String> aggregateIds() {
        return stories.keySet();
    }

    /** The commands that let every story know what it doesn't yet. */
    List<Object> unsaid(String erasureId) {
        var commands = new ArrayList<Object>();
        stories.forEach((id, story) -> {
            var unsaid = story.unsaid(id);
            if (!unsaid.isEmpty()) {
                commands(erasureId, id, story.teller(), unsaid).forEach(commands::add);
            }
        });
        return commands;
    }

    private static Stream<?> commands(String erasureId, String id, Teller teller, List<String> unsaid) {
        return switch (teller) {
            case TICKET -> Stream.of(new ErasePersonFromTicket(id, erasureId, unsaid));
            case ACCOUNT -> Stream.of(new EraseAccount(id));
            case CUSTOMER ->
                unsaid.contains(id)
                        ? Stream.of(new EraseCustomer(id))
                        : unsaid.stream().map(contactId -> new EraseContact(id, contactId));
        };
    }

    Erased erased() {
        return new Erased(count(Teller.CUSTOMER), count(Teller.TICKET), count(Teller.ACCOUNT), events, files, position);
    }

    private int count(Teller teller) {
        return (int) stories.values().stream()
                .filter(story -> story.teller() == teller)
                .count();
    }
}
