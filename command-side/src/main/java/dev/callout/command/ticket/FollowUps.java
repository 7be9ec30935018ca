package dev.callout.command.ticket;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.TicketIds;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.Answers.Message;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.order.References;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Raises a new ticket for the problem of an earlier one, and offers it to whom wrote too late to reopen that. */
@RestController
@RequestMapping(TicketController.TICKETS + "/{ticket}/follow-ups")
@Tag(name = "Follow-ups of a ticket")
class FollowUps {

    record FollowUpBody(
            @Size(max = 200) String title,
            @NotBlank @Size(max = 20_000) String description,
            Channel channel,
            Instant occurredAt) {}

    private final Orders orders;
    private final TicketRegister register;
    private final References references;
    private final OccurredAt occurredAt;

    FollowUps(Orders orders, TicketRegister register, References references, OccurredAt occurredAt) {
        this.orders = orders;
        this.register = register;
        this.references = references;
        this.occurredAt = occurredAt;
    }

    @PostMapping
    @Operation(
            summary =
                    "Report that the problem of a ticket goes on, with the product, site, category and priority it has")
    ResponseEntity<Created> raise(@PathVariable String ticket, @Valid @RequestBody FollowUpBody body, OrderHead head) {
        var earlier = register.require(ticket, head.actor());
        var order = head.with(body);
        var number = register.nextNumber();
        var contactId = contactOf(earlier, head.actor());
        var followUp = new RaiseTicket(
                head.newId(TicketIds.PREFIX),
                number,
                earlier.customerId(),
                contactId,
                null,
                head.actor().accountId(),
                body.title(),
                body.description(),
                null,
                null,
                null,
                null,
                null,
                body.channel() == null ? Channel.WEB_PORTAL : body.channel(),
                null,
                null,
                references.languageOf(earlier.customerId(), contactId),
                earlier.ticketId(),
                occurredAt.checked(body.occurredAt(), head.actor()));
        return Answers.created(
                TicketController.TICKETS,
                orders.send(order, followUp.ticketId(), number, new RaiseFollowUp(earlier.ticketId(), followUp)));
    }

    /** Who sees only their own gets a ticket of their own, also where they read a colleague's. */
    private static String contactOf(TicketRegister.RegisteredTicket earlier, Actor actor) {
        return actor.visibleContact() == null ? earlier.contactId() : actor.contactId();
    }

    /** Where a message stands: a merged ticket passed it on. */
    ResponseEntity<Message> answer(String parts, String messageId, Boolean reopen, Receipt receipt, Actor actor) {
        var ticket = TicketController.TICKETS + "/" + receipt.aggregateId();
        var followUp = isTooLate(receipt, reopen, actor) ? ticket + "/follow-ups" : null;
        return Answers.said(ticket + parts, messageId, followUp, receipt);
    }

    /** The receipt of an earlier, equal order does not say; whether it is still too late can be tried. */
    private boolean isTooLate(Receipt receipt, Boolean reopen, Actor actor) {
        if (!receipt.replayed() || reopen != null || !actor.role().isCustomer()) {
            return receipt.tooLateToReopen();
        }
        try {
            orders.rehearse(new ReopenTicket(receipt.aggregateId(), actor.accountId(), null, null), actor, null);
            return false;
        } catch (CommandRefused refused) {
            return refused.refusal().code() == RefusalCode.REOPEN_WINDOW_PASSED;
        }
    }
}
