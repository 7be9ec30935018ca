package dev.callout.command.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;

import dev.callout.api.CommandRefused;
import dev.callout.api.OneLine;
import dev.callout.api.Typed;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketIds;
import dev.callout.api.ticket.TicketType;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.CustomerMatches;
import dev.callout.command.order.CustomerMatches.Said;
import dev.callout.command.order.Order;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.order.References;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Rights;
import dev.callout.platform.rights.RightsCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes problems in and puts their description right. No rules here: the ticket decides. */
@RestController
@RequestMapping(TicketController.TICKETS)
@Tag(name = "Tickets")
class TicketController {

    static final String TICKETS = "/api/v1/service-desk/tickets";

    /** What a customer may choose instead of one of our four priorities. */
    enum CustomerPriority {
        STANDARD,
        HIGH,
        URGENT;

        Priority meaningFor(TicketType type) {
            return switch (this) {
                case STANDARD -> Priority.standardFor(type);
                case HIGH -> Priority.HIGH;
                case URGENT -> Priority.URGENT;
            };
        }
    }

    /** Who calls for a company that is not known yet. */
    record NewContact(
            @NotBlank @OneLine @Size(max = 200) String name,
            @Email @Size(max = 200) String email,
            @OneLine @Size(max = 50) String phone,
            @Size(min = 2, max = 10) String language) {}

    /**
     * A customer who is not known yet, as far as one learns on the phone.
     *
     * @param allowDuplicate takes the customer on although one that is known looks the same
     */
    record NewCustomer(
            @NotNull CustomerKind kind,
            @NotBlank @OneLine @Size(max = 200) String name,
            @Email @Size(max = 200) String email,
            @OneLine @Size(max = 50) String phone,
            @Size(min = 2, max = 10) String language,
            @Valid NewContact contact,
            Boolean allowDuplicate) {

        /** A name says who somebody is only where nothing else does. */
        Stream<Said> said() {
            var ways = Stream.of(
                    Said.email("newCustomer.email", email),
                    Said.phone("newCustomer.phone", phone),
                    Said.email("newCustomer.contact.email", contact == null ? null : contact.email()),
                    Said.phone("newCustomer.contact.phone", contact == null ? null : contact.phone()));
            var given = ways.filter(way -> way.value() != null).toList();
            return given.isEmpty() ? Stream.of(Said.name("newCustomer.name", name)) : given.stream();
        }
    }

    record RaiseTicketBody(
            @Size(max = 60) String customerId,
            @Valid NewCustomer newCustomer,
            @Size(max = 60) String contactId,
            @Size(max = 60) String siteId,
            @NotBlank @OneLine @Size(max = 200) String title,
            @NotBlank @Size(max = 20_000) String description,
            @NotNull TicketType type,
            @NotBlank @Size(max = 60) String category,
            @OneLine @Size(max = 100) String subCategory,
            Priority priority,
            CustomerPriority customerPriority,
            @NotNull Channel channel,
            @OneLine @Size(max = 200) String product,
            @OneLine @Size(max = 100) String serialNumber,
            @Size(min = 2, max = 10) String language,
            @Size(max = 60) String followUpOf,
            Instant occurredAt) {

        RaiseTicketBody {
            title = Typed.line(title);
        }
    }

    record CorrectTicketBody(
            @NotBlank @OneLine @Size(max = 200) String title,
            @NotBlank @Size(max = 20_000) String description,
            @NotNull TicketType type,
            @NotBlank @Size(max = 60) String category,
            @OneLine @Size(max = 100) String subCategory,
            @Size(max = 60) String contactId,
            @Size(max = 60) String siteId,
            @OneLine @Size(max = 200) String product,
            @OneLine @Size(max = 100) String serialNumber) {

        CorrectTicketBody {
            title = Typed.line(title);
        }
    }

    private final Orders orders;
    private final RightsCheck rights;
    private final TicketRegister register;
    private final References references;
    private final TicketCatalog catalog;
    private final OccurredAt occurredAt;
    private final CustomerMatches matches;

    TicketController(
            Orders orders,
            RightsCheck rights,
            TicketRegister register,
            References references,
            TicketCatalog catalog,
            OccurredAt occurredAt,
            CustomerMatches matches) {
        this.orders = orders;
        this.rights = rights;
        this.register = register;
        this.references = references;
        this.catalog = catalog;
        this.occurredAt = occurredAt;
        this.matches = matches;
    }

    @PostMapping
    @Operation(summary = "Report a problem; the customer may be named or taken on in the same step")
    ResponseEntity<Created> raise(@Valid @RequestBody RaiseTicketBody body, OrderHead head) {
        var order = head.with(body);
        return Answers.created(TICKETS, orders.once(order, () -> raise(body, head, order)));
    }

    private Receipt raise(RaiseTicketBody body, OrderHead head, Order order) {
        var actor = head.actor();
        rights.requireRole(actor, RaiseTicket.class);
        if ((body.customerId() == null && !actor.role().isCustomer()) == (body.newCustomer() == null)) {
            throw ProblemException.invalid("customerId", "REQUIRED", "name a customer or describe a new one");
        }
        var when = occurredAt.checked(body.occurredAt(), actor);
        requireCategory(body.category());
        var priority = priority(body, actor.role());
        String customerId;
        String contactId;
        String language;
        if (body.newCustomer() != null) {
            refuseWhen(
                    body.contactId() != null || body.siteId() != null || body.followUpOf() != null,
                    REFERENCE_NOT_FOUND,
                    "A new customer has no contact, site or ticket yet.");
            customerId = register(body.newCustomer(), head);
            contactId = contactOf(customerId, body.newCustomer(), head);
            language = language(body.newCustomer());
        } else {
            customerId = customerOf(body, actor);
            contactId = contactOf(body, actor);
            language = references.requireParties(customerId, contactId, body.siteId());
        }
        var followUpOf = body.followUpOf() == null
                ? null
                : register.find(body.followUpOf(), actor)
                        .filter(earlier -> earlier.customerId().equals(customerId))
                        .orElseThrow(() -> new CommandRefused(
                                REFERENCE_NOT_FOUND, "There is no ticket " + body.followUpOf() + " to follow up."))
                        .ticketId();
        var number = register.nextNumber();
        var command = new RaiseTicket(
                head.newId(TicketIds.PREFIX),
                number,
                customerId,
                contactId,
                body.siteId(),
                actor.accountId(),
                body.title(),
                body.description(),
                body.type(),
                body.category(),
                body.subCategory(),
                priority,
                priority,
                body.channel(),
                body.product(),
                body.serialNumber(),
                body.language() == null ? language : body.language(),
                followUpOf,
                when);
        return orders.send(
                order,
                command.ticketId(),
                number,
                followUpOf == null ? command : new RaiseFollowUp(followUpOf, command));
    }

    /** Customers report for themselves alone. */
    private static String customerOf(RaiseTicketBody body, Actor actor) {
        if (!actor.role().isCustomer()) {
            return body.customerId();
        }
        refuseWhen(
                body.customerId() != null && !body.customerId().equals(actor.customerId()),
                REFERENCE_NOT_FOUND,
                "There is no customer " + body.customerId() + " here.");
        return actor.customerId();
    }

    /** Of a customer's people only those who see the whole company report for a colleague. */
    private static String contactOf(RaiseTicketBody body, Actor actor) {
        if (!actor.role().isCustomer()) {
            return body.contactId();
        }
        refuseWhen(
                body.contactId() != null
                        && !body.contactId().equals(actor.contactId())
                        && !actor.role().seesWholeCustomer(),
                REFERENCE_NOT_FOUND,
                "There is no contact " + body.contactId() + " here.");
        return body.contactId() == null ? actor.contactId() : body.contactId();
    }

    @PutMapping("/{ticket}")
    @Operation(summary = "Put a ticket's description right; needs If-Match")
    ResponseEntity<Void> correct(
            @PathVariable String ticket, @Valid @RequestBody CorrectTicketBody body, OrderHead head) {
        var known = register.require(ticket, head.actor());
        rights.requireRole(head.actor(), CorrectTicket.class);
        if (head.expectedVersion() == null) {
            throw new ProblemException(ProblemCode.VERSION_REQUIRED);
        }
        requireCategory(body.category());
        references.requireContact(known.customerId(), body.contactId());
        references.requireSite(known.customerId(), body.siteId());
        Receipt receipt = orders.send(
                head.with(body),
                known.ticketId(),
                new CorrectTicket(
                        known.ticketId(),
                        body.title(),
                        body.description(),
                        body.type(),
                        body.category(),
                        body.subCategory(),
                        body.contactId(),
                        body.siteId(),
                        body.product(),
                        body.serialNumber()));
        return Answers.done(receipt);
    }

    private void requireCategory(String category) {
        refuseWhen(
                !catalog.categories().contains(category),
                INVALID_VALUE,
                "The category must be one of " + String.join(", ", catalog.categories()) + ".");
    }

    /** Customers choose among three words, staff among our four priorities; medium is what nobody chose. */
    private static Priority priority(RaiseTicketBody body, Role role) {
        if (body.priority() != null && body.customerPriority() != null) {
            throw ProblemException.invalid("priority", "AMBIGUOUS", "give priority or customerPriority, not both");
        }
        if (body.customerPriority() != null) {
            return body.customerPriority().meaningFor(body.type());
        }
        if (body.priority() == null) {
            return body.followUpOf() == null ? Priority.standardFor(body.type()) : null; // as it was before
        }
        if (role.isCustomer()) {
            throw ProblemException.invalid("priority", "NOT_YOURS", "choose a customerPriority");
        }
        return body.priority();
    }

    private String register(NewCustomer customer, OrderHead head) {
        var id = head.newId("CUS-");
        if (customer.kind() == CustomerKind.CONSUMER && customer.contact() != null) {
            throw ProblemException.invalid(
                    "newCustomer.contact", "NOT_FOR_CONSUMER", "a private customer is their own contact");
        }
        var command = new RegisterCustomer(
                id, customer.kind(), customer.name(), customer.email(), customer.phone(), customer.language(), false);
        Rights.require(head.actor(), command);
        if (!Boolean.TRUE.equals(customer.allowDuplicate())) {
            matches.refuseLikelyDuplicate(id, customer.kind(), customer.said());
        }
        orders.send(head.part("customer").with(customer), id, command);
        return id;
    }

    /** A person is their own contact; of a company it is who calls, if that is said. */
    private String contactOf(String customerId, NewCustomer customer, OrderHead head) {
        var contact = customer.kind() == CustomerKind.CONSUMER
                ? new NewContact(customer.name(), customer.email(), customer.phone(), customer.language())
                : customer.contact();
        if (contact == null) {
            return null;
        }
        var id = head.newId("CON-");
        orders.send(
                head.part("contact").with(customer),
                customerId,
                new AddContact(customerId, id, contact.name(), contact.email(), contact.phone(), contact.language()));
        return id;
    }

    private static String language(NewCustomer customer) {
        return customer.contact() == null || customer.contact().language() == null
                ? customer.language()
                : customer.contact().language();
    }
}
