package dev.callout.command.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.command.order.Answers;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.RightsCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a ticket's life, each an address of its own. */
@RestController
@RequestMapping(TicketController.TICKETS + "/{ticket}")
@Tag(name = "Steps of a ticket")
class TicketStepController {

    record AssignBody(
            @Size(max = 60) String technicianId,
            @Size(max = 60) String teamId,
            @Size(max = 1000) String reason,
            Instant occurredAt) {}

    record WhenBody(Instant occurredAt) {}

    record PendBody(
            @NotNull WaitingFor waitingFor,
            @NotBlank @Size(max = 1000) String reason,
            Instant resumeAt,
            Instant occurredAt) {}

    record ResolveBody(@NotBlank @Size(max = 20_000) String workDone, Instant occurredAt) {}

    record ConfirmBody(@Size(max = 2000) String comment, Instant occurredAt) {}

    record ReasonBody(@NotBlank @Size(max = 2000) String reason, Instant occurredAt) {}

    record CancelBody(
            @NotNull CancelReason cause, @Size(max = 2000) String note, Instant occurredAt) {}

    record PriorityBody(
            @NotNull Priority priority,
            @NotBlank @Size(max = 1000) String reason,
            Instant occurredAt) {}

    record EscalateBody(
            @Size(max = 60) String toAccountId,
            @Size(max = 60) String toTeamId,
            @NotBlank @Size(max = 2000) String reason,
            Instant occurredAt) {}

    record DelayBody(
            @NotNull Instant until,
            @NotBlank @Size(max = 1000) String reason,
            Instant occurredAt) {}

    record DecideBody(
            @NotNull SlaClock clock,
            @Positive int cycle,
            @NotNull Boolean accept,
            @NotBlank @Size(max = 1000) String reason) {}

    record RetargetBody(@Size(max = 60) String policyId) {}

    private final Orders orders;
    private final RightsCheck rights;
    private final TicketRegister register;
    private final References references;
    private final OccurredAt occurredAt;

    TicketStepController(
            Orders orders, RightsCheck rights, TicketRegister register, References references, OccurredAt occurredAt) {
        this.orders = orders;
        this.rights = rights;
        this.register = register;
        this.references = references;
        this.occurredAt = occurredAt;
    }

    @PostMapping("/assign")
    @Operation(summary = "Give the ticket to a technician, a team, or both")
    ResponseEntity<Void> assign(@PathVariable String ticket, @Valid @RequestBody AssignBody body, OrderHead head) {
        return step(ticket, head, body, id -> {
            rights.requireRole(head.actor(), AssignTicket.class);
            references.requireTeam(body.teamId());
            return new AssignTicket(id, body.technicianId(), body.teamId(), body.reason(), at(body.occurredAt(), head));
        });
    }

    @PostMapping("/accept")
    @Operation(summary = "Take the assignment on")
    ResponseEntity<Void> accept(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new AcceptTicket(
                        id,
                        technician(head.actor()),
                        references.teamsOf(head.actor().accountId()),
                        at(body.occurredAt(), head)));
    }

    @PostMapping("/start")
    @Operation(summary = "Begin to work")
    ResponseEntity<Void> start(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(ticket, head, body, id -> new StartWork(id, technician(head.actor()), at(body.occurredAt(), head)));
    }

    @PostMapping("/pend")
    @Operation(summary = "Wait for the customer or for parts")
    ResponseEntity<Void> pend(@PathVariable String ticket, @Valid @RequestBody PendBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new PauseWork(
                        id,
                        technician(head.actor()),
                        body.waitingFor(),
                        body.reason(),
                        body.resumeAt(),
                        at(body.occurredAt(), head)));
    }

    @PostMapping("/resume")
    @Operation(summary = "Go on after a pause")
    ResponseEntity<Void> resume(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(
                ticket, head, body, id -> new ResumeWork(id, technician(head.actor()), at(body.occurredAt(), head)));
    }

    @PostMapping("/resolve")
    @Operation(summary = "Report the problem as fixed, and how")
    ResponseEntity<Void> resolve(@PathVariable String ticket, @Valid @RequestBody ResolveBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new ResolveTicket(id, technician(head.actor()), body.workDone(), at(body.occurredAt(), head)));
    }

    @PostMapping("/confirm")
    @Operation(summary = "Agree, as the customer, that the problem is solved")
    ResponseEntity<Void> confirm(@PathVariable String ticket, @Valid @RequestBody ConfirmBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new ConfirmResolution(id, head.actor().accountId(), body.comment(), at(body.occurredAt(), head)));
    }

    @PostMapping("/reopen")
    @Operation(summary = "Say that the problem is not solved")
    ResponseEntity<Void> reopen(@PathVariable String ticket, @Valid @RequestBody ReasonBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new ReopenTicket(id, head.actor().accountId(), body.reason(), at(body.occurredAt(), head)));
    }

    @PostMapping("/close")
    @Operation(summary = "Close the ticket whatever its status, for a reason")
    ResponseEntity<Void> close(@PathVariable String ticket, @Valid @RequestBody ReasonBody body, OrderHead head) {
        return step(
                ticket, head, body, id -> new CloseAdministratively(id, body.reason(), at(body.occurredAt(), head)));
    }

    @PostMapping("/cancel")
    @Operation(summary = "Withdraw a ticket that is a duplicate or invalid")
    ResponseEntity<Void> cancel(@PathVariable String ticket, @Valid @RequestBody CancelBody body, OrderHead head) {
        return step(
                ticket, head, body, id -> new CancelTicket(id, body.cause(), body.note(), at(body.occurredAt(), head)));
    }

    @PostMapping("/priority")
    @Operation(summary = "Weigh the ticket anew")
    ResponseEntity<Void> priority(@PathVariable String ticket, @Valid @RequestBody PriorityBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new ChangePriority(
                        id, body.priority(), head.actor().accountId(), body.reason(), at(body.occurredAt(), head)));
    }

    @PostMapping("/escalate")
    @Operation(summary = "Ask a person or a team for help")
    ResponseEntity<Void> escalate(@PathVariable String ticket, @Valid @RequestBody EscalateBody body, OrderHead head) {
        if ((body.toAccountId() == null) == (body.toTeamId() == null)) {
            throw ProblemException.invalid("toAccountId", "REQUIRED", "name a person or a team, not both");
        }
        return step(ticket, head, body, id -> {
            rights.requireRole(head.actor(), EscalateTicket.class);
            references.requireTeam(body.toTeamId());
            return new EscalateTicket(
                    id,
                    head.actor().accountId(),
                    body.toAccountId(),
                    body.toTeamId(),
                    body.reason(),
                    at(body.occurredAt(), head));
        });
    }

    @PostMapping("/delay")
    @Operation(summary = "Let the promises wait until a date, as the customer asked")
    ResponseEntity<Void> delay(@PathVariable String ticket, @Valid @RequestBody DelayBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new AgreeOnDelay(
                        id, body.until(), body.reason(), head.actor().accountId(), at(body.occurredAt(), head)));
    }

    @PostMapping("/delay/end")
    @Operation(summary = "Wait no longer for the date the customer asked for")
    ResponseEntity<Void> endDelay(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(ticket, head, body, id -> new EndDelay(id, head.actor().accountId(), at(body.occurredAt(), head)));
    }

    @PostMapping("/visit")
    @Operation(summary = "Settle that somebody has to go there")
    ResponseEntity<Void> promiseVisit(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(
                ticket, head, body, id -> new PromiseVisit(id, head.actor().accountId(), at(body.occurredAt(), head)));
    }

    @PostMapping("/arrive")
    @Operation(summary = "Say that the technician is at the site")
    ResponseEntity<Void> arrive(@PathVariable String ticket, @Valid @RequestBody WhenBody body, OrderHead head) {
        return step(
                ticket, head, body, id -> new RecordArrival(id, technician(head.actor()), at(body.occurredAt(), head)));
    }

    @PostMapping("/sla")
    @Operation(summary = "Put the ticket on the newest version of a policy, or of the one that fits it best")
    ResponseEntity<Void> retarget(@PathVariable String ticket, @Valid @RequestBody RetargetBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new RetargetSla(id, body.policyId(), head.actor().accountId()));
    }

    @PostMapping("/sla/dispute")
    @Operation(
            summary = "Accept or reject a late report that disputes a recorded breach; not by whoever sent the report")
    ResponseEntity<Void> decide(@PathVariable String ticket, @Valid @RequestBody DecideBody body, OrderHead head) {
        return step(
                ticket,
                head,
                body,
                id -> new DecideSlaDispute(
                        id,
                        body.clock(),
                        body.cycle(),
                        body.accept(),
                        head.actor().accountId(),
                        body.reason()));
    }

    private ResponseEntity<Void> step(
            String ticket, OrderHead head, Object body, Function<String, TicketCommand> command) {
        var order = head.with(body);
        var ticketId = register.require(ticket, head.actor()).ticketId();
        return Answers.done(orders.once(order, () -> orders.send(order, ticketId, command.apply(ticketId))));
    }

    private Instant at(Instant when, OrderHead head) {
        return occurredAt.checked(when, head.actor());
    }

    /** A technician acts for himself; an administrator for whoever has the ticket. */
    static String technician(Actor actor) {
        return actor.role() == Role.TECHNICIAN ? actor.accountId() : null;
    }
}
