package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.sla.CertifySla;
import dev.callout.api.sla.PrintSlaCertificate;
import dev.callout.api.sla.PrintedSlaCertificate;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketHistory;
import dev.callout.web.frame.PageCursors;
import dev.callout.web.frame.WallClock;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** One ticket for staff: what it is, how its promises stand and why, and all that happened. It changes no work. */
@Controller
@RequestMapping("/tickets/{ticket}")
class TicketPage {

    private static final int HISTORY_SIZE = 50;

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final WallClock wallClock;
    private final PageCursors cursors;

    TicketPage(CommandGateway commands, QueryGateway queries, WallClock wallClock, PageCursors cursors) {
        this.commands = commands;
        this.queries = queries;
        this.wallClock = wallClock;
        this.cursors = cursors;
    }

    @GetMapping
    String page(
            @PathVariable String ticket,
            @RequestParam(required = false) String after,
            @AuthenticationPrincipal Actor reader,
            Model model) {
        var list = "page of the history of " + ticket;
        var opened = cursors.open(reader, list, after);
        var details = ask(new FindTicketDetails(ticket, null), TicketDetails.class);
        var promises = ask(new CertifySla(ticket, null), SlaCertificate.class);
        var history = ask(new FindTicketHistory(ticket, HISTORY_SIZE, opened, false, null), TicketHistory.class);
        model.addAttribute(
                "ticket",
                TicketSheet.of(
                        details, promises, history, cursors.seal(reader, list, history.next()), wallClock, reader));
        return "ticket/ticket";
    }

    /** To keep and to send on: the browser saves it. */
    @GetMapping("/certificate")
    ResponseEntity<byte[]> certificate(@PathVariable String ticket) {
        var certificate = ask(new PrintSlaCertificate(ticket), PrintedSlaCertificate.class);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(certificate.number() + "-certificate.pdf")
                                .build()
                                .toString())
                .body(certificate.pdf());
    }

    /** A manager accepts or rejects a late report that disputes a breach. */
    @PostMapping("/sla/dispute")
    String decide(
            @PathVariable String ticket,
            @RequestParam SlaClock clock,
            @RequestParam int cycle,
            @RequestParam boolean accept,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor) {
        var details = ask(new FindTicketDetails(ticket, null), TicketDetails.class);
        commands.sendAndWait(new DecideSlaDispute(details.ticketId(), clock, cycle, accept, actor.accountId(), reason));
        return "redirect:" + path(details.number(), null);
    }

    private <A> A ask(Object question, Class<A> answer) {
        return queries.query(question, answer).join();
    }

    /** Where a ticket is found; {@code after} leads on in its history, and may be missing. */
    static String path(String number, String after) {
        return UriComponentsBuilder.fromPath("/tickets")
                .pathSegment(number)
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }
}
