package dev.callout.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;
import dev.callout.api.identity.OfOneCustomer;
import dev.callout.api.identity.OfOneRequester;
import dev.callout.api.identity.Role;
import dev.callout.platform.identity.SecurityLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsOnMessagesTest {

    @AllowedTo({Role.DISPATCHER, Role.SYSTEM})
    record PaintVan(String color) {}

    record ForgottenCommand() {}

    @AllowedTo({Role.DISPATCHER, Role.CUSTOMER_USER})
    record CountVans(String customerId) implements OfOneCustomer {}

    @AllowedTo({Role.DISPATCHER, Role.CUSTOMER_ADMIN, Role.CUSTOMER_USER})
    record CountRides(String customerId, String contactId) implements OfOneContact {}

    @AllowedTo({Role.DISPATCHER, Role.CUSTOMER_ADMIN})
    record CountOrders(String requestedBy) implements OfOneRequester {}

    private static final Actor DISPATCHER = new Actor("ACC-1", Role.DISPATCHER, null, null, "api");
    private static final Actor TECHNICIAN = new Actor("ACC-2", Role.TECHNICIAN, null, null, "api");
    private static final Actor ADMIN = new Actor("ACC-3", Role.ADMIN, null, null, "api");
    private static final Actor ACME = new Actor("ACC-4", Role.CUSTOMER_USER, "CUS-acme", "CON-1", "web");

    private static final Actor ACMES_HEAD = new Actor("ACC-5", Role.CUSTOMER_ADMIN, "CUS-acme", "CON-2", "web");
    private static final Actor UNKNOWN_AT_ACME = new Actor("ACC-6", Role.CUSTOMER_USER, "CUS-acme", null, "web");

    private final List<MetaData> received = new ArrayList<>();
    private CommandGateway commands;
    private QueryGateway queries;

    @BeforeEach
    void start() {
        var commandBus = SimpleCommandBus.builder().build();
        var queryBus = SimpleQueryBus.builder().build();
        new MessageRights().register(commandBus, queryBus, mock(SecurityLog.class));
        commandBus.subscribe(PaintVan.class.getName(), this::remember);
        commandBus.subscribe(ForgottenCommand.class.getName(), this::remember);
        for (var question : List.of(CountVans.class, CountRides.class, CountOrders.class)) {
            queryBus.<Integer>subscribe(question.getName(), Integer.class, query -> 7);
        }
        commands = DefaultCommandGateway.builder().commandBus(commandBus).build();
        queries = DefaultQueryGateway.builder().queryBus(queryBus).build();
    }

    private Object remember(CommandMessage<?> command) {
        received.add(command.getMetaData());
        return null;
    }

    @Test
    void lets_a_named_role_and_the_administrator_through_with_their_name_on_it() {
        Actors.runAs(DISPATCHER, () -> {
            commands.sendAndWait(new PaintVan("red"));
        });
        Actors.runAs(ADMIN, () -> {
            commands.sendAndWait(new PaintVan("blue"));
        });

        assertThat(received).extracting(said -> said.get("actor")).containsExactly("ACC-1", "ACC-3");
        assertThat(Actors.fromMetaData(received.get(0))).contains(DISPATCHER);
    }

    @Test
    void refuses_another_role_a_stranger_and_a_command_that_nobody_was_allowed() {
        assertRefused(TECHNICIAN, new PaintVan("red"));
        assertRefused(ADMIN, new ForgottenCommand());
        assertThatThrownBy(() -> commands.sendAndWait(new PaintVan("red"))).isInstanceOf(CommandRefused.class);
        assertThat(received).isEmpty();
    }

    private void assertRefused(Actor actor, Object command) {
        assertThatThrownBy(() -> Actors.runAs(actor, () -> {
                    commands.sendAndWait(command);
                }))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.NOT_ALLOWED));
    }

    @Test
    void shows_a_customer_only_its_own() {
        assertThat(count(ACME, new CountVans("CUS-acme"))).isEqualTo(7);
        assertThat(count(DISPATCHER, new CountVans("CUS-other"))).isEqualTo(7);

        assertForeign(ACME, new CountVans("CUS-other"));
        assertThatThrownBy(() -> count(TECHNICIAN, new CountVans("CUS-acme")))
                .hasCauseInstanceOf(QueryExecutionException.class);
    }

    @Test
    void shows_a_user_only_what_is_its_own_within_the_company() {
        assertThat(count(ACME, new CountRides("CUS-acme", "CON-1"))).isEqualTo(7);
        assertThat(count(UNKNOWN_AT_ACME, new CountRides("CUS-acme", ""))).isEqualTo(7);
        assertThat(count(ACMES_HEAD, new CountRides("CUS-acme", null))).isEqualTo(7);
        assertThat(count(DISPATCHER, new CountRides("CUS-acme", null))).isEqualTo(7);

        for (var reader : List.of(ACME, UNKNOWN_AT_ACME)) {
            assertForeign(reader, new CountRides("CUS-acme", "CON-2"));
            assertForeign(reader, new CountRides("CUS-acme", null));
        }
        assertForeign(ACMES_HEAD, new CountRides("CUS-other", null));
    }

    @Test
    void shows_a_customer_only_what_it_asked_for_itself() {
        assertThat(count(ACMES_HEAD, new CountOrders("ACC-5"))).isEqualTo(7);
        assertThat(count(DISPATCHER, new CountOrders(null))).isEqualTo(7);

        assertForeign(ACMES_HEAD, new CountOrders("ACC-4"));
        assertForeign(ACMES_HEAD, new CountOrders(null));
    }

    private void assertForeign(Actor actor, Object question) {
        assertThatThrownBy(() -> count(actor, question))
                .hasCauseInstanceOf(QueryExecutionException.class)
                .cause()
                .satisfies(refused -> assertThat(((QueryExecutionException) refused).<Refusal>getDetails())
                        .contains(new Refusal(RefusalCode.NOT_FOUND, "There is no such thing.")));
    }

    private int count(Actor actor, Object question) {
        return Actors.runAs(
                actor,
                () -> queries.query(question, ResponseTypes.instanceOf(Integer.class))
                        .join());
    }

    @Test
    void keeps_the_actor_that_a_sender_named_itself() {
        Actors.runAs(TECHNICIAN, () -> {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new PaintVan("red"))
                    .withMetaData(Actors.toMetaData(DISPATCHER)));
        });

        assertThat(Actors.fromMetaData(received.get(0))).contains(DISPATCHER);
    }

    @Test
    void what_a_policy_sends_is_sent_by_the_product_and_is_a_new_command() {
        var cause = GenericEventMessage.asEventMessage("van scratched")
                .withMetaData(Map.of("actor", "ACC-4", "role", "CUSTOMER_USER", "commandId", "first"));
        whileHandling(cause, () -> {
            commands.sendAndWait(new PaintVan("red"));
        });

        assertThat(Actors.fromMetaData(received.get(0))).contains(Actor.SYSTEM);
        assertThat(received.get(0).get("commandId")).isNotNull().isNotEqualTo("first");
    }

    @Test
    void a_policy_can_give_its_command_an_id_of_its_own() {
        var cause = GenericEventMessage.asEventMessage("van scratched").withMetaData(Map.of("commandId", "first"));
        whileHandling(cause, () -> {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new PaintVan("red"))
                    .withMetaData(Map.of("commandId", "second")));
        });

        assertThat(received.get(0)).containsEntry("commandId", "second");
    }

    @Test
    void what_a_handler_sends_on_is_sent_by_who_asked_for_it() {
        var cause =
                GenericCommandMessage.asCommandMessage("paint all vans").withMetaData(Actors.toMetaData(DISPATCHER));
        whileHandling(cause, () -> {
            commands.sendAndWait(new PaintVan("red"));
        });

        assertThat(Actors.fromMetaData(received.get(0))).contains(DISPATCHER);
    }

    private static void whileHandling(org.axonframework.messaging.Message<?> cause, Runnable work) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(cause);
        unitOfWork.registerCorrelationDataProvider(new SimpleCorrelationDataProvider("actor", "role", "commandId"));
        unitOfWork.execute(work);
    }
}
