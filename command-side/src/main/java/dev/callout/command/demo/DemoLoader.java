package dev.callout.command.demo;

import dev.callout.api.assignment.AddTeamMember;
import dev.callout.api.assignment.FormTeam;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.sla.ReviseSlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.command.demo.DemoCompany.Client;
import dev.callout.command.demo.DemoCompany.Person;
import dev.callout.command.demo.DemoTickets.Story;
import dev.callout.command.identity.Accounts;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.command.sla.ShippedTerms;
import dev.callout.command.ticket.TicketRegister;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Brings the demo company in, once and through commands; a start that was cut off is taken up where it stopped. */
@Component
@ConditionalOnBooleanProperty("callout.demo")
class DemoLoader implements ApplicationRunner {

    private static final String PASSWORD = "callout-demo";

    /** Opened last: where it exists, everything else does. */
    private static final Person LAST = DemoCompany.PEOPLE.get(DemoCompany.PEOPLE.size() - 1);

    private final Orders orders;
    private final Accounts accounts;
    private final References references;
    private final TicketRegister numbers;
    private final Clock clock;

    DemoLoader(Orders orders, Accounts accounts, References references, TicketRegister numbers, Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.references = references;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (references.account(account(LAST.username())).isPresent()) {
            return;
        }
        DemoCompany.CLIENTS.forEach(this::register);
        DemoCompany.PEOPLE.stream().filter(person -> person != LAST).forEach(this::open);
        for (var crew : DemoCompany.CREWS) {
            var team = id("TEA-", crew.name());
            send("manager", team, "form", new FormTeam(team, crew.name()));
            crew.members().forEach(member -> send("manager", team, member, new AddTeamMember(team, account(member))));
        }
        send("manager", customer("acme"), "plan", new AgreeOnPlan(customer("acme"), "Premium"));
        DemoTickets.STORIES.forEach(this::tell);
        ShippedTerms.policies().forEach(this::nameWhoAnswersFor);
        open(LAST);
    }

    /** From now on: nobody is to be alarmed by what has happened in the stories. */
    private void nameWhoAnswersFor(String policy, SlaPolicyDraft draft) {
        var named = draft.inTheHandsOf(account("dispatcher"), account("manager"));
        send("manager", policy, "people", new ReviseSlaPolicy(policy, named));
    }

    private void register(Client client) {
        var id = customer(client.key());
        var first = client.contacts().get(0);
        send(
                "support",
                id,
                "register",
                new RegisterCustomer(
                        id,
                        client.kind(),
                        client.name(),
                        first.email(),
                        first.phone(),
                        first.language(),
                        client.vip()));
        for (var contact : client.contacts()) {
            send(
                    "support",
                    id,
                    contact.name(),
                    new AddContact(
                            id,
                            contact(client.key(), contact.name()),
                            contact.name(),
                            contact.email(),
                            contact.phone(),
                            contact.language()));
        }
        for (var place : client.places()) {
            send(
                    "support",
                    id,
                    place.name(),
                    new AddSite(id, site(client, place.name()), place.name(), place.address()));
        }
    }

    private void open(Person person) {
        var id = account(person.username());
        var customer = person.customer() == null ? null : customer(person.customer());
        var contact = person.contact() == null ? null : contact(person.customer(), person.contact());
        accounts.open(
                head("admin", id, "open").with(person),
                new OpenAccount(id, person.username(), person.name(), person.role(), customer, contact, "en"),
                null,
                PASSWORD);
    }

    private void tell(Story story) {
        var client = DemoCompany.CLIENTS.stream()
                .filter(candidate -> candidate.key().equals(story.client()))
                .findFirst()
                .orElseThrow();
        var contacts = client.contacts();
        var reporter = contacts.get(contacts.size() > 1 ? 1 : 0);
        var ticket = id("TCK-", story.client() + story.title());
        var time = new Time(clock.instant().minus(Duration.ofHours(story.hoursAgo())), story.hoursAgo());
        var number = numbers.nextNumber();
        orders.send(
                head("support", ticket, "raise").with(story.title()),
                ticket,
                number,
                new RaiseTicket(
                        ticket,
                        number,
                        customer(client.key()),
                        contact(client.key(), reporter.name()),
                        site(client, client.places().get(0).name()),
                        account("support"),
                        story.title(),
                        story.description(),
                        story.type(),
                        story.category(),
                        story.subCategory(),
                        story.priority(),
                        story.priority(),
                        story.channel(),
                        story.product(),
                        null,
                        reporter.language(),
                        null,
                        time.at(0)));
        follow(story, ticket, time);
    }

    /** Takes every step that leads to where the ticket stands. */
    private void follow(Story story, String ticket, Time time) {
        if (story.reached() == TicketStatus.CANCELLED) {
            send(
                    "manager",
                    ticket,
                    "cancel",
                    new CancelTicket(ticket, CancelReason.DUPLICATE, "Reported twice", time.at(1)));
        }
        if (story.technician() == null) {
            return;
        }
        var technician = account(story.technician());
        send(
                "dispatcher",
                ticket,
                "assign",
                new AssignTicket(
                        ticket, technician, team(story.technician()), "Nearest, and knows the device", time.at(1)));
        if (story.reached() == TicketStatus.ASSIGNED) {
            return;
        }
        send(story.technician(), ticket, "accept", new AcceptTicket(ticket, technician, List.of(), time.at(2)));
        send(story.technician(), ticket, "start", new StartWork(ticket, technician, time.at(3)));
        say(ticket, "hello", story.technician(), "Thank you for reporting. I am looking at it.", time.at(3));
        switch (story.reached()) {
            case IN_PROGRESS -> {
                say(ticket, "last", story.technician(), story.lastWord(), time.at(5));
                send(
                        story.technician(),
                        ticket,
                        "note",
                        new AddNote(
                                ticket, id("NOT-", ticket), technician, "Same fault as last year.", null, time.at(6)));
            }
            case PENDING_CUSTOMER -> {
                say(ticket, "last", story.technician(), story.lastWord(), time.at(5));
                pause(ticket, story.technician(), WaitingFor.CUSTOMER, story.lastWord(), time.at(6));
            }
            case PENDING_PARTS -> pause(ticket, story.technician(), WaitingFor.PARTS, story.lastWord(), time.at(6));
            case RESOLVED ->
                send(
                        story.technician(),
                        ticket,
                        "resolve",
                        new ResolveTicket(ticket, technician, story.lastWord(), time.at(7)));
            case CLOSED -> {
                send(
                        story.technician(),
                        ticket,
                        "resolve",
                        new ResolveTicket(ticket, technician, story.lastWord(), time.at(7)));
                confirm(story, ticket, time.at(8));
            }
            case REOPENED -> {
                send(
                        story.technician(),
                        ticket,
                        "resolve",
                        new ResolveTicket(ticket, technician, "Repaired and tested.", time.at(6)));
                send(
                        "support",
                        ticket,
                        "reopen",
                        new ReopenTicket(ticket, account("support"), story.lastWord(), time.at(9)));
            }
            default -> throw new IllegalStateException("No story ends in " + story.reached());
        }
    }

    private void say(String ticket, String which, String username, String text, Instant at) {
        send(
                username,
                ticket,
                which,
                new AddComment(
                        ticket, id("CMT-", ticket + which), account(username), AuthorKind.STAFF, text, null, null, at));
    }

    private void pause(String ticket, String username, WaitingFor waitingFor, String reason, Instant at) {
        send(username, ticket, "pause", new PauseWork(ticket, account(username), waitingFor, reason, null, at));
    }

    /** Whoever has an account says so; for the others the time to object runs out. */
    private void confirm(Story story, String ticket, Instant at) {
        var customer = DemoCompany.PEOPLE.stream()
                .filter(person -> story.client().equals(person.customer()))
                .map(Person::username)
                .findFirst();
        if (customer.isPresent()) {
            var id = account(customer.get());
            send(customer.get(), ticket, "confirm", new ConfirmResolution(ticket, id, "Works, thank you.", at));
        } else {
            send("system", ticket, "lapse", new CloseUnconfirmed(ticket, at));
        }
    }

    private void send(String username, String aggregateId, String step, Object command) {
        orders.send(head(username, aggregateId, step).with(step), aggregateId, command);
    }

    private static OrderHead head(String username, String aggregateId, String step) {
        return new OrderHead(uuid(aggregateId + "/" + step), "demo", actor(username), null);
    }

    /** Everybody acts for himself, so that the history reads as if it had happened. */
    private static Actor actor(String username) {
        return DemoCompany.PEOPLE.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .map(person -> new Actor(
                        account(username),
                        person.role(),
                        person.customer() == null ? null : customer(person.customer()),
                        person.contact() == null ? null : contact(person.customer(), person.contact()),
                        "demo"))
                .orElse(Actor.SYSTEM);
    }

    private static String account(String username) {
        return id("ACC-", username);
    }

    private static String customer(String key) {
        return id("CUS-", key);
    }

    private static String contact(String client, String name) {
        return id("CON-", client + name);
    }

    private static String site(Client client, String name) {
        return id("SIT-", client.key() + name);
    }

    private static String team(String username) {
        return DemoCompany.CREWS.stream()
                .filter(crew -> crew.members().contains(username))
                .findFirst()
                .map(crew -> id("TEA-", crew.name()))
                .orElse(null);
    }

    private static String id(String prefix, String name) {
        return prefix + uuid(name);
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("demo/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Ten moments between the report and now. */
    private record Time(Instant raisedAt, int hours) {

        Instant at(int tenth) {
            return raisedAt.plus(Duration.ofMinutes(hours * 6L * tenth));
        }
    }
}
