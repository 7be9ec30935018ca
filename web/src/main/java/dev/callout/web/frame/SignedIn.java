package dev.callout.web.frame;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import org.springframework.security.core.Authentication;

/** Who looks at the page, and in which role. */
public record SignedIn(String name, Actor actor) {

    /** The person behind a sign-in; null where nobody is signed in. The sign-in's details are what to call the person. */
    static SignedIn from(Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return null;
        }
        return new SignedIn(authentication.getDetails() instanceof String name ? name : "", actor);
    }

    public String roleInWords() {
        return Words.of(actor.role());
    }

    public boolean isAdministrator() {
        return actor.role() == Role.ADMIN;
    }

    public boolean isCustomer() {
        return actor.role().isCustomer();
    }
}
