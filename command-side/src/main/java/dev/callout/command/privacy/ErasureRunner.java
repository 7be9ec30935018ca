package dev.callout.command.privacy;

import dev.callout.api.identity.Actor;
import dev.callout.api.privacy.CompleteErasure;
import dev.callout.api.privacy.PersonErasureCompleted;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.platform.privacy.PersonalTraces;
import dev.callout.platform.rights.Actors;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Goes through everything that told of an erased person. It can be stopped at any moment and run again, and it looks
 * again once no node can still know a destroyed key, for what was written in that time.
 */
@Component
class ErasureRunner {

    private final EventStore events;
    private final Persons persons;
    private final PersonKeys keys;
    private final Search search;
    private final List<PersonalTraces> elsewhere;
    private final CommandGateway commands;
    private final Clock clock;

    ErasureRunner(
            EventStore events,
            Persons persons,
            PersonKeys keys,
            Search search,
            List<PersonalTraces> elsewhere,
            CommandGateway commands,
            Clock clock) {
        this.events = events;
        this.persons = persons;
        this.keys = keys;
        this.search = search;
        this.elsewhere = elsewhere;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whether that was all. */
    boolean run(String erasureId) {
        var story = events.readEvents(erasureId).asStream().toList();
        if (story.stream().anyMatch(event -> event.getPayload() instanceof PersonErasureCompleted)) {
            return true;
        }
        var order = (PersonErasureOrdered) story.get(0).getPayload();
        var nobodyKnowsKeysFrom =
                story.get(0).getTimestamp().plus(keys.remembered().multipliedBy(2));
        var mayBeTheLast = clock.instant().isAfter(nobodyKnowsKeysFrom);

        var ids = idsOf(order);
        keys.destroy(ids);
        var found = search.find(ids);
        var unsaid = found.unsaid(erasureId);
        Actors.runAs(Actor.SYSTEM, () -> unsaid.forEach(commands::sendAndWait));
        elsewhere.forEach(traces -> traces.erase(ids, found.aggregateIds()));

        if (mayBeTheLast && unsaid.isEmpty()) {
            Actors.runAs(Actor.SYSTEM, () -> commands.sendAndWait(new CompleteErasure(erasureId, found.erased())));
            return true;
        }
        return false;
    }

    /** With what came to be at the very moment of the order. */
    private Set<String> idsOf(PersonErasureOrdered order) {
        var ids = new LinkedHashSet<>(order.keys());
        ids.addAll(persons.idsOf(order.kind(), order.personId()));
        return ids;
    }
}
