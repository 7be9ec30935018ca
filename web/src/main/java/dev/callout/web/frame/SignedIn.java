package dev.callout.web.frame;

import dev.callout.api.identity.Role;
import org.springframework.security.core.Authentication;

/** Who looks at the page, and in which role. */
public record SignedIn(String name, Role role) {

    private static final String ROLE_PREFIX = "ROLE_";

    /** The person behind a sign-in; null where nobody is signed in. */
    static SignedIn from(Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return null;
        }
        return authentication.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .filter(authority -> authority != null && authority.startsWith(ROLE_PREFIX))
                .map(authority -> roleNamed(authority.substring(ROLE_PREFIX.length())))
                .filter(role -> role != null)
                .findFirst()
                .map(role -> new SignedIn(authentication.getName(), role))
                .orElse(null);
    }

    /** Spring knows roles of its own, such as the anonymous one; they are none of ours. */
    private static Role roleNamed(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    public String roleInWords() {
        return Words.of(role);
    }

    public boolean isCustomer() {
        return role.isCustomer();
    }
}
