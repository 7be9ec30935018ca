package dev.callout.query.ticket;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.BillingStatus;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a ticket can be made of, so that forms and integrations need no list of their own. */
@RestController
@RequestMapping("/api/v1/service-desk/catalog")
@Tag(name = "Tickets")
class CatalogController {

    record Catalog(
            List<TicketType> types,
            List<String> categories,
            List<Channel> channels,
            List<PriorityPromise> priorities,
            List<StatusRights> statuses,
            List<String> sorts) {}

    /** What a priority promises, and what it does to the price. */
    record PriorityPromise(
            Priority priority,
            Duration respondWithin,
            String resolveWithin,
            Duration arriveWithin,
            Priority.Surcharge surcharge) {}

    /** Who may lead a ticket to a status, and what the customer reads then. */
    record StatusRights(TicketStatus status, ClientStatus clientStatus, Set<Role> setBy) {}

    private final List<String> categories;

    CatalogController(@Value("${callout.ticket.categories:HARDWARE,SOFTWARE,NETWORK,OTHER}") List<String> categories) {
        this.categories = categories;
    }

    @GetMapping
    @Operation(
            summary = "Read what a ticket can be made of: types, categories, priorities, statuses and who may set them")
    Catalog catalog() {
        return new Catalog(
                List.of(TicketType.values()),
                categories,
                List.of(Channel.values()),
                Arrays.stream(Priority.values()).map(CatalogController::promise).toList(),
                Arrays.stream(TicketStatus.values())
                        .map(CatalogController::rights)
                        .toList(),
                Arrays.stream(BoardSort.values()).map(BoardSort::key).toList());
    }

    private static PriorityPromise promise(Priority priority) {
        return new PriorityPromise(
                priority,
                priority.respondWithin(),
                priority.resolveWithin(),
                priority.arriveWithin(),
                priority.surcharge());
    }

    private static StatusRights rights(TicketStatus status) {
        var clientStatus = ClientStatus.of(status, true, BillingStatus.NOT_BILLABLE);
        var roles = steps(status).stream()
                .flatMap(step ->
                        Arrays.stream(step.getAnnotation(AllowedTo.class).value()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new StatusRights(status, clientStatus, roles);
    }

    /** The commands that lead to a status; their rights are the rights to set it. */
    private static List<Class<? extends TicketCommand>> steps(TicketStatus status) {
        return switch (status) {
            case CREATED -> List.of(RaiseTicket.class);
            case ASSIGNED -> List.of(AssignTicket.class);
            case IN_PROGRESS -> List.of(StartWork.class, ResumeWork.class);
            case PENDING_CUSTOMER, PENDING_PARTS -> List.of(PauseWork.class);
            case RESOLVED -> List.of(ResolveTicket.class);
            case CLOSED -> List.of(ConfirmResolution.class, CloseUnconfirmed.class, CloseAdministratively.class);
            case REOPENED -> List.of(ReopenTicket.class);
            case CANCELLED -> List.of(CancelTicket.class);
        };
    }
}
