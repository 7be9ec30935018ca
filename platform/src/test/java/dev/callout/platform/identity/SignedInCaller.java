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
    private Credential dispatcher;

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

    /** Always the same one: hashing a password takes long on purpose. */
    public synchronized Caller asDispatcher(int port) {
        if (dispatcher == null) {
            dispatcher = open(Role.DISPATCHER, null);
        }
        return new Caller(port)
                .bearer(signIns.start(dispatcher.accountId(), "test").accessToken());
    }
}
