package dev.callout.web.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. What is typed here goes to the security filters, never to us. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String error,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(required = false) String next,
            @RequestHeader(name = "HX-Request", required = false) String partOfPage,
            HttpServletResponse response,
            Model model) {
        if (partOfPage != null) {
            // The sign-in ran out while a page was open: load it whole, not into a corner of the old page.
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("next", LocalPath.orNull(next));
        return "sign-in";
    }
}
