package dev.callout.platform.identity;

import dev.callout.api.identity.Role;
import dev.callout.platform.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens an account and signs in with it. */
@Component
public class SignedInCaller {

    static final String PASSWORD = "correct horse";

    private final Credentials credentials;
    private final SignIns signIns;

    SignedInCaller(Credentials credentials, SignIns signIns) {
        this.credentials = credentials;
        this.signIns = signIns;
    }

    Credential open(Role role, String customerId) {
        var id = UUID.randomUUID().toString();
        var credential = new Credential("ACC-" + id, "user-" + id, role, customerId, null, "en", true);
        credentials.open(credential, PASSWORD);
        return credential;
    }

    public Caller asDispatcher(int port) {
        return new Caller(port)
                .bearer(signIns.start(open(Role.DISPATCHER, null).accountId()).accessToken());
    }
}
