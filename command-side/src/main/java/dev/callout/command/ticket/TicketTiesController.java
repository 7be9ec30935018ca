package dev.callout.command.ticket;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.command.order.Answers;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.platform.rights.RightsCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ties a ticket to other tickets and to people: merges, links and watchers. */
@RestController
@RequestMapping(TicketController.TICKETS + "/{ticket}")
@Tag(name = "Ties of a ticket")
class TicketTiesController {

    record MergeBody(
            @NotBlank @Size(max = 60) String into,
            Boolean acrossCustomers,
            Boolean reopen,
            Boolean moreUrgentPriority,
            @Size(max = 1000) String reason) {}

    /** What a merge would do; where {@code choose} names choices, it needs them to be true. */
    record MergePreview(
            String ticketId, String intoTicketId, boolean willMerge, String code, String reason, List<String> choose) {}

    record UnmergeBody(@NotBlank @Size(max = 1000) String reason) {}

    record LinkBody(
            @NotBlank @Size(max = 60) String otherTicketId,
            @NotNull LinkKind kind) {}

    record WatchBody() {}

    private final Orders orders;
    private final RightsCheck rights;
    private final TicketRegister register;

    TicketTiesController(Orders orders, RightsCheck rights, TicketRegister register) {
        this.orders = orders;
        this.rights = rights;
        this.register = register;
    }

    @PostMapping("/merge")
    @Operation(
            summary =
                    "Let this duplicate live on in another ticket; its number lives on too. dryRun=true only previews")
    ResponseEntity<?> merge(
            @PathVariable String ticket,
            @Valid @RequestBody MergeBody body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            OrderHead head) {
        var role = head.actor().role();
        var acrossCustomers = Boolean.TRUE.equals(body.acrossCustomers());
        if (acrossCustomers && role != Role.MANAGER && role != Role.ADMIN) {
            throw new CommandRefused(
                    RefusalCode.NOT_ALLOWED, "Only a manager may merge tickets of different customers.");
        }
        var duplicate = register.require(ticket, head.actor()).ticketId();
        rights.requireRole(head.actor(), MergeTicket.class);
        var into = other(body.into(), head.actor());
        var command = new MergeTicket(
                duplicate,
                into,
                acrossCustomers,
                Boolean.TRUE.equals(body.reopen()),
                Boolean.TRUE.equals(body.moreUrgentPriority()),
                head.actor().accountId(),
                body.reason(),
                null);
        return dryRun
                ? ResponseEntity.ok(preview(command, head.actor()))
                : Answers.done(orders.send(head.with(body), duplicate, command));
    }

    private MergePreview preview(MergeTicket command, Actor actor) {
        try {
            orders.rehearse(command, actor, null);
            return new MergePreview(command.ticketId(), command.intoTicketId(), true, null, null, List.of());
        } catch (CommandRefused refused) {
            var refusal = refused.refusal();
            var choose = switch (refusal.code()) {
                case MERGE_ACROSS_CUSTOMERS -> List.of("acrossCustomers");
                case MERGE_INTO_CLOSED -> List.of("reopen");
                default -> List.<String>of();
            };
            return new MergePreview(
                    command.ticketId(),
                    command.intoTicketId(),
                    false,
                    refusal.code().name(),
                    refusal.reason(),
                    choose);
        }
    }

    @PostMapping("/unmerge")
    @Operation(summary = "Take a merge back: the ticket stands again as it stood before")
    ResponseEntity<Void> unmerge(@PathVariable String ticket, @Valid @RequestBody UnmergeBody body, OrderHead head) {
        var duplicate = register.require(ticket, head.actor()).ticketId();
        return Answers.done(orders.send(head.with(body), duplicate, new UnmergeTicket(duplicate, body.reason(), null)));
    }

    @PostMapping("/links")
    @Operation(summary = "Say that two tickets belong together")
    ResponseEntity<Void> link(@PathVariable String ticket, @Valid @RequestBody LinkBody body, OrderHead head) {
        var ticketId = register.require(ticket, head.actor()).ticketId();
        rights.requireRole(head.actor(), LinkTicket.class);
        var other = other(body.otherTicketId(), head.actor());
        return Answers.done(orders.send(head.with(body), ticketId, new LinkTicket(ticketId, other, body.kind())));
    }

    @DeleteMapping("/links/{other}")
    @Operation(summary = "Say that two tickets no longer belong together")
    ResponseEntity<Void> unlink(
            @PathVariable String ticket, @PathVariable String other, @RequestParam LinkKind kind, OrderHead head) {
        var ticketId = register.require(ticket, head.actor()).ticketId();
        rights.requireRole(head.actor(), UnlinkTicket.class);
        var otherId = other(other, head.actor());
        return Answers.done(orders.send(head.with(kind), ticketId, new UnlinkTicket(ticketId, otherId, kind)));
    }

    @PostMapping("/watch")
    @Operation(summary = "Ask to hear of every change")
    ResponseEntity<Void> watch(@PathVariable String ticket, @Valid @RequestBody WatchBody body, OrderHead head) {
        var ticketId = register.require(ticket, head.actor()).ticketId();
        return Answers.done(orders.send(
                head.with(body),
                ticketId,
                new WatchTicket(ticketId, head.actor().accountId())));
    }

    @DeleteMapping("/watch")
    @Operation(summary = "Ask to hear no more")
    ResponseEntity<Void> unwatch(@PathVariable String ticket, OrderHead head) {
        var ticketId = register.require(ticket, head.actor()).ticketId();
        return Answers.done(orders.send(
                head.with("unwatch"),
                ticketId,
                new UnwatchTicket(ticketId, head.actor().accountId())));
    }

    private String other(String idOrNumber, Actor actor) {
        return register.find(idOrNumber, actor)
                .orElseThrow(() -> new CommandRefused(
                        RefusalCode.REFERENCE_NOT_FOUND, "There is no ticket " + idOrNumber + " here."))
                .ticketId();
    }
}
