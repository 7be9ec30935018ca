package dev.callout.web.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.EndOtherSignIns;
import dev.callout.api.identity.EndSignIn;
import dev.callout.api.identity.FindSecondFactor;
import dev.callout.api.identity.ListSignIns;
import dev.callout.api.identity.SecondFactorState;
import dev.callout.api.identity.SignInLine;
import dev.callout.api.identity.SignInList;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Somebody's own account: where they are signed in, their second factor, their password. Secrets are not sent here. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** One line of the list, in words. */
    record Line(String signInId, String agent, String since, String lastSeen, boolean current) {

        static Line of(SignInLine signIn, String own) {
            return new Line(
                    signIn.signInId(),
                    signIn.agent(),
                    MOMENT.format(signIn.startedAt()),
                    MOMENT.format(signIn.lastSeenAt()),
                    signIn.signInId().equals(own));
        }
    }

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final boolean outside;

    AccountPage(
            CommandGateway commands, QueryGateway queries, @Value("${callout.oidc.issuer-uri:}") String outsideIssuer) {
        this.outside = !outsideIssuer.isBlank();
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Actor actor,
            @SessionAttribute(name = "callout.sign-in", required = false) String own,
            Model model) {
        var account = actor.accountId();
        var signIns = queries.query(new ListSignIns(account), SignInList.class).join();
        model.addAttribute(
                "signIns",
                signIns.items().stream().map(line -> Line.of(line, own)).toList());
        model.addAttribute(
                "secondFactor",
                queries.query(new FindSecondFactor(account), SecondFactorState.class)
                        .join());
        model.addAttribute("outside", outside);
        return "account";
    }

    @PostMapping("/sign-ins/{signInId}/end")
    String end(@AuthenticationPrincipal Actor actor, @PathVariable String signInId) {
        commands.sendAndWait(new EndSignIn(actor.accountId(), signInId));
        return "redirect:/account";
    }

    @PostMapping("/sign-ins/end-others")
    String endOthers(
            @AuthenticationPrincipal Actor actor,
            @SessionAttribute(name = "callout.sign-in", required = false) String own) {
        commands.sendAndWait(new EndOtherSignIns(actor.accountId(), own));
        return "redirect:/account";
    }
}
