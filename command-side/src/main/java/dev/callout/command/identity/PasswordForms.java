package dev.callout.command.identity;

import dev.callout.platform.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes what people type on the pages for a lost or first password: secrets travel in no message. */
@Controller
class PasswordForms {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final ResetRequests requests;
    private final PasswordLinks links;

    PasswordForms(ResetRequests requests, PasswordLinks links) {
        this.requests = requests;
        this.links = links;
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

    @PostMapping("/set-password")
    String choose(@RequestParam String token, @RequestParam String password, @RequestParam String again) {
        if (password.length() < SHORTEST || password.length() > LONGEST || !password.equals(again)) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/set-password")
                            .queryParam(password.equals(again) ? "length" : "different")
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
