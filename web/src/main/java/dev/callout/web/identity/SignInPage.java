package dev.callout.web.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. What is typed here goes to the security filters, never to us. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String bye,
            @RequestParam(required = false) String chosen,
            @RequestParam(required = false) String next,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("waitMinutes", wait == null ? null : Math.max(1, (wait + 59) / 60));
        model.addAttribute("signedOut", bye != null);
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("next", LocalPath.orNull(next));
        return "sign-in";
    }
}
