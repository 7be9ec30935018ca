package dev.callout.query.rebuild;

import dev.callout.api.identity.Role;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.query.http.Asking;
import org.springframework.stereotype.Component;

/** Keeps everybody but administrators out. */
@Component
class Administrators {

    private final Asking asking;

    Administrators(Asking asking) {
        this.asking = asking;
    }

    void only() {
        if (asking.actor().role() != Role.ADMIN) {
            throw new ProblemException(ProblemCode.NOT_ALLOWED);
        }
    }
}
