package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody signed in, by whichever way; the principal is the {@link Actor}. */
class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private String signInId;

    SignedIn(Actor actor) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
        this.actor = actor;
        setAuthenticated(true);
    }

    /** A program with a token. */
    static SignedIn byToken(Actor actor, String signInId) {
        var signedIn = new SignedIn(actor);
        signedIn.signInId = signInId;
        return signedIn;
    }

    /** Which of somebody's sign-ins this is; null where none is kept, as with the operator's key. */
    String signInId() {
        return signInId;
    }

    /** Somebody at a screen, whose user name the screen shows. */
    static SignedIn atScreen(Credential credential) {
        var signedIn = new SignedIn(credential.actor("web"));
        signedIn.setDetails(credential.username());
        return signedIn;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.accountId();
    }
}
