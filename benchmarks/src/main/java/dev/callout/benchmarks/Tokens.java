package dev.callout.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo accounts' access tokens, each asked for once: checking a password is slow on purpose. */
final class Tokens {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    static synchronized String of(URI server, String username) throws IOException {
        var known = KNOWN.get(server + username);
        return known != null ? known : signIn(server, username);
    }

    /** After a restart, or when they grow old. */
    static void forget() {
        KNOWN.clear();
    }

    private static String signIn(URI server, String username) throws IOException {
        var path = "/api/v1/auth/token";
        try (var connection = new KeepAlive(server)) {
            var body = "{\"username\":\"" + username + "\",\"password\":\"callout-demo\"}";
            var answer = Caller.succeeded(path, connection.send("POST", path, "", body));
            var token = Caller.JSON.readTree(answer.body()).get("accessToken").asString();
            KNOWN.put(server + username, token);
            return token;
        }
    }
}
