package dev.callout.platform.rights;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;

/** Keeps everybody but administrators out, for what is no message that could carry a rule of its own. */
public final class Administrators {

    private Administrators() {}

    public static Actor only() {
        return Actors.current()
                .filter(actor -> actor.role() == Role.ADMIN)
                .orElseThrow(() -> new ProblemException(
                        Actors.current().isPresent() ? ProblemCode.NOT_ALLOWED : ProblemCode.UNAUTHENTICATED));
    }
}
