package dev.callout.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.LinkIdentity;
import dev.callout.api.identity.Role;
import dev.callout.api.mail.RetryMail;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.StopBulkOperation;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Inside;
import dev.callout.journeys.Stored;
import dev.callout.platform.rights.Actors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RO-01 to RO-13: every cell of docs/rights.md, tried over HTTP where the message has an address, and inside. */
@ExtendWith(RunningCallout.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

    /**
     * What nobody can do here, and how that is said: no outside issuer is trusted, every mail leaves at once, and no
     * breach is disputed.
     */
    private static final Map<Class<?>, Integer> NOT_DONE_HERE = Map.of(
            LinkIdentity.class, 422,
            RetryMail.class, 404,
            StopBulkOperation.class, 409,
            DecideSlaDispute.class, 409);

    private RunningCallout callout;
    private Stored stored;
    private Staff staff;
    private Company company;
    private Company household;
    private final List<Person> strangers = new ArrayList<>();
    private final Map<Role, Person> people = new EnumMap<>(Role.class);

    @BeforeAll
    void everybody_signs_in(RunningCallout running) {
        callout = running;
        stored = new Stored(callout);
        staff = Staff.of(callout);
        company = Company.business(staff);
        household = Company.household(staff);
        strangers.addAll(Company.business(staff).people.values());
        strangers.addAll(Company.household(staff).people.values());
        people.putAll(staff.people());
        people.putAll(company.people);
        people.putAll(household.people);
        assertThat(people).hasSize(Role.values().length - 1); // all but the product itself
    }

    static List<Message> messages() {
        return Message.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void over_http_belongs_to_the_roles_it_names(Message message) {
        var request = Requests.TABLE.get(message.type());
        if (request.isInside()) {
            return; // the other test has it
        }
        var here = request.preparation().apply(company);
        var there = message.allows(Role.CONSUMER) ? request.preparation().apply(household) : here;
        for (var person : people.values()) {
            if (request.side().test(person.role()) && !message.allows(person.role())) {
                refused(stored.nothingBy(() -> here.apply(person)), person);
            }
        }
        if (request.ofOne()) {
            for (var stranger : strangers) {
                foreign(stored.nothingBy(() -> here.apply(stranger)), message, stranger);
            }
        }
        var done = false;
        for (var person : people.values()) {
            if (request.side().test(person.role()) && message.allows(person.role())) {
                done |= allowed((person.role() == Role.CONSUMER ? there : here).apply(person), message, person);
            }
        }
        assertThat(done || NOT_DONE_HERE.containsKey(message.type()))
                .as("%s was done by somebody", message)
                .isTrue();
    }

    private static void refused(Answer answer, Person person) {
        if (person.role().isCustomer() && answer.status() == 404) {
            answer.expect(404, "NOT_FOUND");
        } else {
            answer.expect(403, "NOT_ALLOWED");
        }
    }

    /** What is not theirs is not there: not to be found, and not to be referred to. */
    private static void foreign(Answer answer, Message message, Person stranger) {
        if (answer.status() == 422) {
            answer.expect(422, "REFERENCE_NOT_FOUND");
        } else if (message.allows(stranger.role())) {
            answer.expect(404, "NOT_FOUND");
        } else {
            refused(answer, stranger);
        }
    }

    /** A rule may still say no, once another did it before; whether it was done. */
    private static boolean allowed(Answer answer, Message message, Person person) {
        assertThat(answer.status())
                .as("%s by %s: %s", answer.request(), person, answer.text())
                .isIn(200, 201, 202, 204, 409, 412, NOT_DONE_HERE.getOrDefault(message.type(), 409));
        return answer.status() < 300;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void inside_belongs_to_the_roles_it_names(Message message) {
        for (var role : Role.values()) {
            var actor = role == Role.SYSTEM ? Actor.SYSTEM : people.get(role).actor();
            var refusal = send(Sample.of(message.type(), actor), message.isCommand(), actor)
                    .map(Refusal::code);
            if (message.allows(role)) {
                assertThat(refusal).as("%s by %s", message, role).isNotEqualTo(Optional.of(RefusalCode.NOT_ALLOWED));
            } else {
                assertThat(refusal)
                        .as("%s by %s", message, role)
                        .isIn(Optional.of(RefusalCode.NOT_ALLOWED), ofCustomers(role));
            }
        }
    }

    private static Optional<RefusalCode> ofCustomers(Role role) {
        return Optional.of(role.isCustomer() ? RefusalCode.NOT_FOUND : RefusalCode.NOT_ALLOWED);
    }

    /** Why it was refused, if so. A command is rehearsed: handled in full, and rolled back. */
    private Optional<Refusal> send(Object message, boolean isCommand, Actor actor) {
        try {
            Actors.runAs(
                    actor,
                    () -> isCommand
                            ? Inside.of(callout)
                                    .getBean(CommandGateway.class)
                                    .sendAndWait(GenericCommandMessage.asCommandMessage(message)
                                            .andMetaData(Map.of("rehearsal", true)))
                            : Inside.of(callout)
                                    .getBean(QueryGateway.class)
                                    .query(message, Object.class)
                                    .join());
            return Optional.empty();
        } catch (HandlerExecutionException refused) {
            return refusal(refused);
        } catch (CompletionException failed) {
            return refusal(failed.getCause());
        } catch (RuntimeException broken) { // it came as far as its handler
            return Optional.empty();
        }
    }

    private static Optional<Refusal> refusal(Throwable thrown) {
        return Optional.of(thrown)
                .filter(HandlerExecutionException.class::isInstance)
                .flatMap(refused -> ((HandlerExecutionException) refused).getDetails())
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast);
    }

    static List<SideDoor> operations() {
        return SideDoor.ALL.stream()
                .filter(door -> door.allowed().equals(Set.of(Role.ADMIN)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void ways_in_without_a_message_are_kept_too(SideDoor door) {
        var view = "projection-ticket-board";
        var words = door.address().split(" ");
        var path = words[1].replace("{name}", view).replace("{group}", view);
        for (var person : people.values()) {
            if (!door.allowed().contains(person.role())) {
                stored.nothingBy(() -> words[0].equals("GET") ? person.get(path) : person.post(path, Map.of()))
                        .expect(403, "NOT_ALLOWED");
            }
        }
    }
}
