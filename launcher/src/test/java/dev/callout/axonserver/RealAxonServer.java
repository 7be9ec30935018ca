package dev.callout.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * An Axon Server that somebody started for these tests, in development mode, as {@code callout.axon-server} says; they
 * begin by forgetting all its events.
 */
final class RealAxonServer {

    private static final String ADDRESS = System.getProperty("callout.axon-server", "localhost:8124");
    private static final String HTTP = System.getProperty("callout.axon-server.http", "http://localhost:8024");

    private RealAxonServer() {}

    static String address() {
        return ADDRESS;
    }

    static void forgetAll() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(HTTP + "/v1/devmode/purge-events"))
                                .DELETE()
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "Start Axon Server with axoniq.axonserver.devmode.enabled=true: " + answer.statusCode());
        }
    }

    /** How many events each command led to, as the server itself has them. */
    static Map<UUID, Integer> eventsPerCommand() throws Exception {
        var counts = new HashMap<UUID, Integer>();
        var host = ADDRESS.substring(0, ADDRESS.lastIndexOf(':'));
        var port = Integer.parseInt(ADDRESS.substring(ADDRESS.lastIndexOf(':') + 1));
        var factory = AxonServerConnectionFactory.forClient(
                        "Callout's tests", UUID.randomUUID().toString())
                .routingServers(new ServerAddress(host, port))
                .build();
        try {
            var events = factory.connect("default").eventChannel();
            var last = events.getLastToken().get(10, TimeUnit.SECONDS);
            try (var stream = events.openStream(-1, 1000)) {
                for (var token = -1L; token < last; ) {
                    var next = stream.nextIfAvailable(10, TimeUnit.SECONDS);
                    token = next.getToken();
                    var commandId = next.getEvent().getMetaDataMap().get("commandId");
                    if (commandId != null) {
                        counts.merge(UUID.fromString(commandId.getTextValue()), 1, Integer::sum);
                    }
                }
            }
            return counts;
        } finally {
            factory.shutdown();
        }
    }
}
