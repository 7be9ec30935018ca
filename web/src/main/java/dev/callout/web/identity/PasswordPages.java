package dev.callout.web.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for a lost or first password. Looking at one uses no link up: mail scanners look at every one. */
@Controller
class PasswordPages {

    @GetMapping("/forgot")
    String forgot(
            @RequestParam(required = false) String sent, @RequestParam(required = false) String wait, Model model) {
        model.addAttribute("sent", sent != null);
        model.addAttribute("wait", wait != null);
        return "forgot";
    }

    @GetMapping("/set-password")
    String choose(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) String length,
            @RequestParam(required = false) String different,
            @RequestParam(required = false) String gone,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer"); // the address has the token in it
        model.addAttribute("token", token);
        model.addAttribute("length", length != null);
        model.addAttribute("different", different != null);
        model.addAttribute("gone", gone != null || token.isBlank());
        return "set-password";
    }
}
