package dev.callout.command.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callout.api.CommandRefused;
import dev.callout.api.OneLine;
import dev.callout.api.RefusalCode;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.AssignSlaPolicy;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.ChangeSite;
import dev.callout.api.customer.CustomerCommand;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.MarkCustomerVip;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.customer.RemoveVipMark;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.CustomerMatches;
import dev.callout.command.order.CustomerMatches.Said;
import dev.callout.command.order.Order;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.sla.SlaRegister;
import dev.callout.command.sla.SlaWords;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes customers on, with their contacts and sites. */
@RestController
@RequestMapping(CustomerController.CUSTOMERS)
@Tag(name = "Customers")
class CustomerController {

    static final String CUSTOMERS = "/api/v1/customers";

    record RegisterBody(
            @NotNull CustomerKind kind,
            @NotBlank @OneLine @Size(max = 200) String name,
            @Email @Size(max = 200) String email,
            @OneLine @Size(max = 50) String phone,
            @Size(min = 2, max = 10) String language,
            Boolean vip,
            Boolean allowDuplicate) {}

    record DetailsBody(
            @NotBlank @OneLine @Size(max = 200) String name,
            @Email @Size(max = 200) String email,
            @OneLine @Size(max = 50) String phone,
            @Size(min = 2, max = 10) String language) {}

    record ContactBody(
            @NotBlank @OneLine @Size(max = 200) String name,
            @Email @Size(max = 200) String email,
            @OneLine @Size(max = 50) String phone,
            @Size(min = 2, max = 10) String language) {}

    record AddressBody(
            @NotBlank @Size(max = 200) String street,
            @NotBlank @Size(max = 20) String postalCode,
            @NotBlank @Size(max = 100) String city,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

        PostalAddress toAddress() {
            return new PostalAddress(street, postalCode, city, country);
        }
    }

    record SiteBody(
            @NotBlank @OneLine @Size(max = 200) String name,
            @NotNull @Valid AddressBody address) {}

    record ReasonBody(@NotBlank @Size(max = 1000) String reason) {}

    /** Null ends it, and has to be said. */
    record PlanBody(
            @JsonProperty(required = true) @Size(max = 60) String plan) {}

    /** Null ends it, and has to be said. */
    record PolicyBody(
            @JsonProperty(required = true) @Size(max = 60) String policyId) {}

    private final Orders orders;
    private final SlaRegister register;
    private final SlaWords words;
    private final CustomerMatches matches;

    CustomerController(Orders orders, SlaRegister register, SlaWords words, CustomerMatches matches) {
        this.orders = orders;
        this.register = register;
        this.words = words;
        this.matches = matches;
    }

    @PostMapping
    @Operation(
            summary = "Take a new customer on; one with the mail address or phone number of another only with"
                    + " allowDuplicate=true")
    ResponseEntity<Created> register(@Valid @RequestBody RegisterBody body, OrderHead head) {
        var order = head.with(body);
        return Answers.created(CUSTOMERS, orders.once(order, () -> register(body, head, order)));
    }

    private Receipt register(RegisterBody body, OrderHead head, Order order) {
        var id = head.newId("CUS-");
        var command = new RegisterCustomer(
                id,
                body.kind(),
                body.name(),
                body.email(),
                body.phone(),
                body.language(),
                Boolean.TRUE.equals(body.vip()));
        Rights.require(head.actor(), command);
        if (!Boolean.TRUE.equals(body.allowDuplicate())) {
            matches.refuseLikelyDuplicate(
                    id, body.kind(), Stream.of(Said.email("email", body.email()), Said.phone("phone", body.phone())));
        }
        return orders.send(order, id, command);
    }

    @PutMapping("/{customerId}")
    @Operation(summary = "Put a customer's details right; needs If-Match")
    ResponseEntity<Void> change(@PathVariable String customerId, @Valid @RequestBody DetailsBody body, OrderHead head) {
        if (head.expectedVersion() == null) {
            throw new ProblemException(ProblemCode.VERSION_REQUIRED);
        }
        return order(
                head,
                body,
                new ChangeCustomerDetails(customerId, body.name(), body.email(), body.phone(), body.language()));
    }

    @PostMapping("/{customerId}/vip")
    @Operation(summary = "Have the customer treated with preference")
    ResponseEntity<Void> markVip(@PathVariable String customerId, @Valid @RequestBody ReasonBody body, OrderHead head) {
        return order(head, body, new MarkCustomerVip(customerId, body.reason()));
    }

    @DeleteMapping("/{customerId}/vip")
    @Operation(summary = "Have the customer treated like any other")
    ResponseEntity<Void> removeVip(@PathVariable String customerId, OrderHead head) {
        return order(head, "vip", new RemoveVipMark(customerId, null));
    }

    @PutMapping("/{customerId}/plan")
    @Operation(summary = "Settle which plan a customer has; null ends it, and the rules for everybody hold")
    ResponseEntity<Void> agree(@PathVariable String customerId, @Valid @RequestBody PlanBody body, OrderHead head) {
        var command = new AgreeOnPlan(customerId, body.plan());
        Rights.require(head.actor(), command);
        words.requirePlan("plan", body.plan());
        return order(head, body, command);
    }

    @PutMapping("/{customerId}/sla-policy")
    @Operation(
            summary =
                    "Have all the customer's tickets follow one policy; null ends it, and the most specific is chosen")
    ResponseEntity<Void> assign(@PathVariable String customerId, @Valid @RequestBody PolicyBody body, OrderHead head) {
        var command = new AssignSlaPolicy(customerId, body.policyId());
        Rights.require(head.actor(), command);
        register.requirePolicy(body.policyId());
        return order(head, body, command);
    }

    @PostMapping("/{customerId}/contacts")
    @Operation(summary = "Name a person to talk to")
    ResponseEntity<Created> addContact(
            @PathVariable String customerId, @Valid @RequestBody ContactBody body, OrderHead head) {
        var id = head.newId("CON-");
        return part(
                "contacts",
                id,
                head,
                body,
                new AddContact(customerId, id, body.name(), body.email(), body.phone(), body.language()));
    }

    @PutMapping("/{customerId}/contacts/{contactId}")
    @Operation(summary = "Put a contact right")
    ResponseEntity<Void> changeContact(
            @PathVariable String customerId,
            @PathVariable String contactId,
            @Valid @RequestBody ContactBody body,
            OrderHead head) {
        return order(
                head,
                body,
                new ChangeContact(customerId, contactId, body.name(), body.email(), body.phone(), body.language()));
    }

    @PostMapping("/{customerId}/sites")
    @Operation(summary = "Name a place where we may have to go")
    ResponseEntity<Created> addSite(
            @PathVariable String customerId, @Valid @RequestBody SiteBody body, OrderHead head) {
        var id = head.newId("SIT-");
        return part(
                "sites",
                id,
                head,
                body,
                new AddSite(customerId, id, body.name(), body.address().toAddress()));
    }

    @PutMapping("/{customerId}/sites/{siteId}")
    @Operation(summary = "Put a site right")
    ResponseEntity<Void> changeSite(
            @PathVariable String customerId,
            @PathVariable String siteId,
            @Valid @RequestBody SiteBody body,
            OrderHead head) {
        return order(
                head,
                body,
                new ChangeSite(customerId, siteId, body.name(), body.address().toAddress()));
    }

    private ResponseEntity<Void> order(OrderHead head, Object body, CustomerCommand command) {
        return Answers.done(send(head, body, command));
    }

    private ResponseEntity<Created> part(
            String collection, String partId, OrderHead head, Object body, CustomerCommand command) {
        return Answers.created(
                CUSTOMERS + "/" + command.customerId() + "/" + collection, partId, send(head, body, command));
    }

    private Receipt send(OrderHead head, Object body, CustomerCommand command) {
        try {
            return orders.send(head.with(body), command.customerId(), command);
        } catch (AggregateNotFoundException unknown) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such customer.");
        }
    }
}
