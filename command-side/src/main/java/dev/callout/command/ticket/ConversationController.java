package dev.callout.command.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.Answers.Message;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.ticket.TicketRegister.RegisteredTicket;
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

/** What is said about a ticket: comments, which the customer reads, and notes, which only staff reads. */
@RestController
@RequestMapping(TicketController.TICKETS + "/{ticket}")
@Tag(name = "Conversation of a ticket")
class ConversationController {

    /** With {@code reopen} a customer says whether the word reopens a ticket that is resolved or closed. */
    record CommentBody(@NotBlank @Size(max = 20_000) String body, Boolean reopen, Instant occurredAt) {}

    record NoteBody(@NotBlank @Size(max = 20_000) String body, Instant occurredAt) {}

    private final Orders orders;
    private final TicketRegister register;
    private final FollowUps followUps;
    private final OccurredAt occurredAt;

    ConversationController(Orders orders, TicketRegister register, FollowUps followUps, OccurredAt occurredAt) {
        this.orders = orders;
        this.register = register;
        this.followUps = followUps;
        this.occurredAt = occurredAt;
    }

    @PostMapping("/comments")
    @Operation(
            summary =
                    "Write to the customer, or as the customer; long after closing the answer offers a follow-up ticket")
    ResponseEntity<Message> comment(@PathVariable String ticket, @Valid @RequestBody CommentBody body, OrderHead head) {
        var known = register.require(ticket, head.actor());
        var order = head.with(body);
        var commentId = head.newId("CMT-");
        var receipt = orders.once(order, () -> {
            var when = occurredAt.checked(body.occurredAt(), head.actor());
            return orders.send(order, known.ticketId(), comment(known, commentId, body, head, when));
        });
        return followUps.answer("/comments", commentId, body.reopen(), receipt, head.actor());
    }

    private static AddComment comment(
            RegisteredTicket ticket, String commentId, CommentBody body, OrderHead head, Instant occurredAt) {
        return new AddComment(
                ticket.ticketId(),
                commentId,
                head.actor().accountId(),
                side(head.actor()),
                body.body(),
                body.reopen(),
                null,
                occurredAt);
    }

    @PostMapping("/notes")
    @Operation(summary = "Write what only staff sees")
    ResponseEntity<Created> note(@PathVariable String ticket, @Valid @RequestBody NoteBody body, OrderHead head) {
        var ticketId = register.require(ticket, head.actor()).ticketId();
        var order = head.with(body);
        var noteId = head.newId("NOT-");
        var receipt = orders.once(order, () -> {
            var when = occurredAt.checked(body.occurredAt(), head.actor());
            return orders.send(
                    order, ticketId, new AddNote(ticketId, noteId, head.actor().accountId(), body.body(), null, when));
        });
        return Answers.created(TicketController.TICKETS + "/" + receipt.aggregateId() + "/notes", noteId, receipt);
    }

    static AuthorKind side(Actor actor) {
        return actor.role().isCustomer() ? AuthorKind.CUSTOMER : AuthorKind.STAFF;
    }
}
