package dev.callout.command.identity;

import dev.callout.api.identity.Actor;
import dev.callout.command.order.Order;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.PasswordSignIn;
import dev.callout.platform.identity.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes what people type on the pages for a lost, first or new password: secrets travel in no message. */
@Controller
class PasswordForms {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** No link of ours has a longer one, and no redirect could carry it. */
    private static final int LONGEST_TOKEN = 200;

    private final ResetRequests requests;
    private final PasswordLinks links;
    private final Credentials credentials;
    private final PasswordSignIn passwordSignIn;
    private final Accounts accounts;

    PasswordForms(
            ResetRequests requests,
            PasswordLinks links,
            Credentials credentials,
            PasswordSignIn passwordSignIn,
            Accounts accounts) {
        this.requests = requests;
        this.links = links;
        this.credentials = credentials;
        this.passwordSignIn = passwordSignIn;
        this.accounts = accounts;
    }

    @PostMapping("/forgot")
    String request(@RequestParam String username, HttpServletRequest request) {
        try {
            requests.take(username, request.getRemoteAddr());
            return "redirect:/forgot?sent";
        } catch (ProblemException tooMany) {
            return "redirect:/forgot?wait";
        }
    }

    /** Somebody signed in, who knows the present password. Every sign-in ends with it. */
    @PostMapping("/account/password")
    String change(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var problem = problem(password, again);
        if (problem == null) {
            problem = changed(actor, current, password, request.getRemoteAddr());
        }
        if (problem == null) {
            return "redirect:/sign-in?chosen";
        }
        flash.addFlashAttribute("passwordProblem", problem);
        return "redirect:/account";
    }

    private String changed(Actor actor, String current, String password, String address) {
        var username = credentials.find(actor.accountId()).orElseThrow().username();
        try {
            passwordSignIn.check(username, current, address);
        } catch (TooManyTries tooMany) {
            return "wait";
        } catch (BadCredentialsException wrong) {
            return "wrong";
        }
        accounts.changePassword(new Order(UUID.randomUUID(), new byte[0], actor, null), actor.accountId(), password);
        return null;
    }

    private static String problem(String password, String again) {
        if (!password.equals(again)) {
            return "different";
        }
        return password.length() < SHORTEST || password.length() > LONGEST ? "length" : null;
    }

    @PostMapping("/set-password")
    String choose(@RequestParam String token, @RequestParam String password, @RequestParam String again) {
        if (token.length() > LONGEST_TOKEN) {
            return "redirect:/set-password?gone";
        }
        var problem = problem(password, again);
        if (problem != null) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/set-password")
                            .queryParam(problem)
                            .queryParam("token", "{token}")
                            .build(token);
        }
        try {
            links.choose(token, password, "web");
            return "redirect:/sign-in?chosen";
        } catch (ProblemException gone) {
            return "redirect:/set-password?gone";
        }
    }
}
