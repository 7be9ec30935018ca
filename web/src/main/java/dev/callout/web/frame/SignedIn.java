package dev.callout.web.frame;

import dev.callout.api.identity.Actor;
import org.springframework.security.core.Authentication;

/** Who looks at the page, and in which role. */
public record SignedIn(String name, Actor actor) {

    /** The person behind a sign-in; null where nobody is signed in. */
    static SignedIn from(Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? new SignedIn(authentication.getName(), actor)
                : null;
    }

    public String roleInWords() {
        return Words.of(actor.role());
    }

    public boolean isCustomer() {
        return actor.role().isCustomer();
    }
}
