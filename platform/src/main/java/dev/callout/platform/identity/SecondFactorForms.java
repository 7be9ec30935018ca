package dev.callout.platform.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes what people type about their second factor on the page of their account. What they must see once goes back to
 * that page with the redirect, and is in no message and no address.
 */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorForms {

    private static final String BACK = "redirect:/account";

    private final Credentials credentials;
    private final PasswordSignIn passwordSignIn;
    private final SecondFactors secondFactors;

    SecondFactorForms(Credentials credentials, PasswordSignIn passwordSignIn, SecondFactors secondFactors) {
        this.credentials = credentials;
        this.passwordSignIn = passwordSignIn;
        this.secondFactors = secondFactors;
    }

    @PostMapping
    String begin(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String password,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return answering(flash, () -> {
            var credential = credentials.find(actor.accountId()).orElseThrow();
            passwordSignIn.check(credential.username(), password, request.getRemoteAddr());
            flash.addFlashAttribute("enrolment", secondFactors.begin(credential.accountId(), credential.username()));
        });
    }

    @PostMapping("/confirmation")
    String confirm(@AuthenticationPrincipal Actor actor, @RequestParam String code, RedirectAttributes flash) {
        return answering(flash, () -> {
            flash.addFlashAttribute("confirming", true); // the code is asked for again, the secret is not shown again
            var codes = secondFactors.confirm(actor.accountId(), code);
            flash.addFlashAttribute("recoveryCodes", codes);
        });
    }

    @PostMapping("/recovery-codes")
    String renew(@AuthenticationPrincipal Actor actor, @RequestParam String code, RedirectAttributes flash) {
        return answering(
                flash,
                () -> flash.addFlashAttribute(
                        "recoveryCodes", secondFactors.renewRecoveryCodes(actor.accountId(), code)));
    }

    @PostMapping("/disable")
    String disable(@AuthenticationPrincipal Actor actor, @RequestParam String code, RedirectAttributes flash) {
        return answering(flash, () -> secondFactors.disable(actor.accountId(), code));
    }

    private static String answering(RedirectAttributes flash, Runnable work) {
        try {
            work.run();
        } catch (TooManyTries tooMany) {
            flash.addFlashAttribute("factorProblem", "wait");
        } catch (CommandRefused refused) {
            flash.getFlashAttributes().remove("confirming");
            flash.addFlashAttribute("factorProblem", "again");
        } catch (BadCredentialsException wrong) {
            flash.addFlashAttribute("factorProblem", "wrong");
        }
        return BACK;
    }
}
