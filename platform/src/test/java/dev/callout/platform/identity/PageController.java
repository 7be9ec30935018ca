package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages to come in by. */
@RestController
class PageController {

    @GetMapping("/sign-in")
    String signIn(CsrfToken csrf) {
        return csrf.getToken();
    }

    @GetMapping("/board")
    String board(@AuthenticationPrincipal Actor actor, CsrfToken csrf) {
        csrf.getToken();
        return actor.role() + " by " + actor.channel();
    }

    @PostMapping("/board")
    String change() {
        return "changed";
    }
}
