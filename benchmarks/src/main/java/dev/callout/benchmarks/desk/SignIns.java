package dev.callout.benchmarks.desk;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The demo accounts' access tokens, each used for some minutes: checking a password is slow on purpose. */
final class SignIns {

    private static final Duration USED_FOR = Duration.ofMinutes(10); // the product lets them live longer
    private static final String PATH = "/api/v1/auth/token";

    private final URI server;
    private final Map<String, Token> tokens = new HashMap<>();

    SignIns(URI server) {
        this.server = server;
    }

    private record Token(String text, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < USED_FOR.toNanos();
        }
    }

    synchronized String of(String username) throws IOException {
        var token = tokens.get(username);
        if (token == null || !token.isFresh()) {
            token = new Token(signIn(username), System.nanoTime());
            tokens.put(username, token);
        }
        return token.text();
    }

    private String signIn(String username) throws IOException {
        try (var connection = new HttpConnection(server)) {
            var body = "{\"username\":\"" + username + "\",\"password\":\"callout-demo\"}";
            var answer = Caller.succeeded(PATH, connection.send("POST", PATH, "", body));
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .get("accessToken")
                    .asString();
        }
    }
}
