package dev.callout.web.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. What is typed here goes to the security filters, never to us. */
@Controller
class SignInPage {

    private final boolean outside;

    SignInPage(@Value("${callout.oidc.issuer-uri:}") String outsideIssuer) {
        this.outside = !outsideIssuer.isBlank();
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String bye,
            @RequestParam(required = false) String chosen,
            @RequestParam(required = false) String next,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("waitMinutes", minutes(wait));
        model.addAttribute("signedOut", bye != null);
        model.addAttribute("outside", outside);
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("next", LocalPath.orNull(next));
        return "sign-in";
    }

    @GetMapping("/sign-in/code")
    String code(
            @RequestParam(required = false) String error, @RequestParam(required = false) Integer wait, Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("waitMinutes", minutes(wait));
        return "sign-in-code";
    }

    private static Integer minutes(Integer seconds) {
        return seconds == null ? null : Math.max(1, (seconds + 59) / 60);
    }
}
