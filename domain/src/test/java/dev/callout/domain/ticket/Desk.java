package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Tickets.POLICY;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.SlaChecked;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.SerializedObject;

/** Several real tickets beside each other, with a clock that the test sets; on request each is loaded by its snapshot. */
final class Desk {

    private final Storage storage = new Storage();
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(storage).build();
    private final EventSourcingRepository<Ticket> tickets;
    private final CommandGateway commands;
    private final Map<String, String> living = new ConcurrentHashMap<>();
    private final Clock clock = new DeskClock();
    private Instant now;

    Desk(Instant now) {
        this(now, Sla.NOTHING_PROMISED);
    }

    Desk(Instant now, Sla sla) {
        this.now = now;
        var resources = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Ticket.class),
                new SimpleResourceParameterResolverFactory(
                        List.of(clock, POLICY, ticketsOnceTheyAreThere(), sla, (TicketEvents) this::events)));
        tickets = EventSourcingRepository.builder(Ticket.class)
                .eventStore(store)
                .parameterResolverFactory(resources)
                .build();
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            var answer = chain.proceed();
            var ticketId = ((TicketCommand) unitOfWork.getMessage().getPayload()).ticketId();
            living.put(
                    ticketId,
                    tickets.load(ticketId)
                            .invoke(ticket -> Snapshots.write(ticket).getData()));
            return answer;
        });
        AggregateAnnotationCommandHandler.<Ticket>builder()
                .aggregateType(Ticket.class)
                .repository(tickets)
                .parameterResolverFactory(resources)
                .commandTargetResolver(order -> new VersionedAggregateIdentifier(
                        (Object) ((TicketCommand) order.getPayload()).ticketId(),
                        (Long) order.getMetaData().get("seen")))
                .build()
                .subscribe(bus);
        commands = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    Desk itIs(Instant instant) {
        now = instant;
        return this;
    }

    Desk send(Object... orders) {
        GenericEventMessage.clock = clock;
        for (var order : orders) {
            commands.sendAndWait(order);
        }
        return this;
    }

    SlaChecked look(String ticketId) {
        GenericEventMessage.clock = clock;
        return commands.sendAndWait(new CheckSla(ticketId));
    }

    CompletableFuture<Object> sendAsync(Object order) {
        GenericEventMessage.clock = clock;
        return CompletableFuture.supplyAsync(() -> commands.sendAndWait(order));
    }

    /** The code with which an order is refused, or nothing when it is carried out. */
    Optional<RefusalCode> refusal(Object order) {
        return refusedWith(order).map(Refusal::code);
    }

    Optional<Refusal> refusedWith(Object order) {
        GenericEventMessage.clock = clock;
        try {
            commands.sendAndWait(order);
            return Optional.empty();
        } catch (CommandRefused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** An order that says who sends it. */
    static Object by(String accountId, Role role, TicketCommand order) {
        return GenericCommandMessage.asCommandMessage(order)
                .andMetaData(Map.of("actor", accountId, "role", role.name(), "channel", "api"));
    }

    /** An order of somebody who saw the ticket in a version. */
    static Object having(long seen, TicketCommand order) {
        return GenericCommandMessage.asCommandMessage(order).andMetaData(Map.of("seen", seen));
    }

    List<TicketEvent> events(String ticketId) {
        return storage.readEvents(ticketId, 0)
                .asStream()
                .map(event -> (TicketEvent) event.getPayload())
                .toList();
    }

    List<TicketEvent> eventsSince(String ticketId, int known) {
        var events = events(ticketId);
        return events.subList(known, events.size());
    }

    <E extends TicketEvent> E last(String ticketId, Class<E> type) {
        return events(ticketId).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    WorkState work(String ticketId) {
        return Tickets.work(events(ticketId));
    }

    /** Everything the ticket remembers when it is loaded, as it would be written into a snapshot. */
    String memory(String ticketId) {
        return inTransaction(ticketId, ticket -> Snapshots.write(ticket).getData());
    }

    /** The same, as the ticket itself remembered it at the end of its last order, before anything was replayed. */
    String livingMemory(String ticketId) {
        return living.get(ticketId);
    }

    void snapshot(String ticketId) {
        var version = events(ticketId).size() - 1;
        storage.snapshots.put(ticketId, new Written(version, inTransaction(ticketId, Snapshots::write)));
    }

    private <R> R inTransaction(String ticketId, Function<Ticket, R> question) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("question"));
        try {
            return tickets.load(ticketId).invoke(question);
        } finally {
            unitOfWork.rollback();
        }
    }

    @SuppressWarnings("unchecked")
    private Repository<Ticket> ticketsOnceTheyAreThere() {
        return (Repository<Ticket>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Repository.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(tickets, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Written(long version, SerializedObject<String> ticket) {}

    /** Reads each snapshot from its text, so that no ticket shares memory with another one. */
    private static final class Storage extends InMemoryEventStorageEngine {

        private final Map<String, Written> snapshots = new ConcurrentHashMap<>();

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String ticketId) {
            return Optional.ofNullable(snapshots.get(ticketId))
                    .map(written -> new GenericDomainEventMessage<>(
                            "Ticket", ticketId, written.version(), Snapshots.read(written.ticket())));
        }
    }

    private final class DeskClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
