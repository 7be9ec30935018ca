package dev.callout.command.privacy;

import static dev.callout.api.RefusalCode.NOT_ALLOWED;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Role;
import dev.callout.api.privacy.ErasePerson;
import dev.callout.api.privacy.ErasureGround;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the privacy officer erase a person. */
@RestController
@RequestMapping(PrivacyController.ERASURES)
@Tag(name = "Privacy")
class PrivacyController {

    static final String ERASURES = "/api/v1/privacy/erasures";

    record ErasureBody(
            @NotBlank @Size(max = 60) String personId,
            @NotNull ErasureGround ground) {}

    private final Orders orders;
    private final Persons persons;

    PrivacyController(Orders orders, Persons persons) {
        this.orders = orders;
        this.persons = persons;
    }

    @PostMapping
    @Operation(summary = "Erase a contact, a private customer or an account; this can't be taken back")
    ResponseEntity<Created> erase(@Valid @RequestBody ErasureBody body, OrderHead head) {
        if (head.actor().role() != Role.PRIVACY_OFFICER && head.actor().role() != Role.ADMIN) {
            throw new CommandRefused(NOT_ALLOWED, "Your role does not allow this."); // nor to learn who there is
        }
        var order = head.with(body);
        return Answers.created(ERASURES, orders.once(order, () -> {
            var person = persons.require(body.personId());
            var erasureId = head.newId("ERA-");
            var command = new ErasePerson(
                    erasureId,
                    person.personId(),
                    person.kind(),
                    List.copyOf(person.keys()),
                    body.ground(),
                    head.actor().accountId());
            return orders.send(order, erasureId, command);
        }));
    }
}
