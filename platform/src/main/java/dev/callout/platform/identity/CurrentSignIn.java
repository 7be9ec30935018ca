package dev.callout.platform.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells which of somebody's sign-ins the request at hand belongs to. */
public final class CurrentSignIn {

    private CurrentSignIn() {}

    public static Optional<String> id() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.ofNullable(signedIn.signInId())
                : Optional.empty();
    }
}
