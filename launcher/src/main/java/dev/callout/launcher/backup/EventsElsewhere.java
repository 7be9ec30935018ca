package dev.callout.launcher.backup;

import dev.callout.launcher.CannotRun;
import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.platform.http.StoreAway;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Axon Server as a restore looks at it: a backup of the tables does not hold the events, so those that are there must be
 * the ones that the tables were computed from, and no fewer.
 */
public final class EventsElsewhere {

    /** The furthest that anything in the tables has come in the events. */
    static final String HIGHEST = """
            SELECT greatest((SELECT max(position) FROM audit_event),
                (SELECT max((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint) FROM token_entry
                 WHERE token_type LIKE '%.GlobalSequenceTrackingToken'))""";

    private static final int COMPARED = 200;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LOOK_EVERY_MILLIS = 100;

    private final String address;

    /** {@code address} is host and port, several with commas. */
    public EventsElsewhere(String address) {
        this.address = address;
    }

    /** How many sealed events were compared; refuses a store that the tables do not belong to. */
    int requireSameAs(Connection tables) throws SQLException {
        var catalog = new Catalog(tables);
        var highest = catalog.ask(HIGHEST).map(Long::valueOf).orElse(-1L);
        var sealed = new TreeMap<Long, String>();
        try (var statement = tables.createStatement();
                var rows = statement.executeQuery(
                        "SELECT position, event_id FROM audit_event ORDER BY position DESC LIMIT " + COMPARED)) {
            while (rows.next()) {
                sealed.put(rows.getLong(1), rows.getString(2));
            }
        }
        var factory = AxonServerConnectionFactory.forClient(
                        "callout-restore", UUID.randomUUID().toString())
                .routingServers(Arrays.stream(address.split(","))
                        .map(EventsElsewhere::server)
                        .toArray(ServerAddress[]::new))
                .build();
        try {
            var connection = connected(factory.connect("default"));
            requireSame(highest, sealed, StoredEvents.inAxonServer(connection::eventChannel), address);
            return sealed.size();
        } catch (RuntimeException e) {
            throw StoreAway.isBehind(e) ? away(e) : e;
        } finally {
            factory.shutdown();
        }
    }

    static void requireSame(long highest, SortedMap<Long, String> sealed, StoredEvents store, String address) {
        var last = store.settled();
        if (highest > last) {
            throw new CannotRun("The tables have come to event " + highest + ", but Axon Server at " + address
                    + " has events up to " + last
                    + " only. Restore a backup of Axon Server that was taken after this one,"
                    + " then repeat this.");
        }
        if (sealed.isEmpty()) {
            return;
        }
        var stored = store.between(sealed.firstKey() - 1, sealed.lastKey(), COMPARED).stream()
                .collect(Collectors.toMap(StoredEvent::position, StoredEvent::eventId));
        sealed.forEach((position, event) -> {
            if (!event.equals(stored.get(position))) {
                throw new CannotRun("Axon Server at " + address + " holds other events than those that the tables were"
                        + " computed from: event " + position
                        + " is another one. Is it the Axon Server of this Callout,"
                        + " restored from its own backup?");
            }
        });
    }

    private AxonServerConnection connected(AxonServerConnection connection) {
        for (var waited = 0; !connection.isConnected(); waited += LOOK_EVERY_MILLIS) {
            if (waited >= PATIENCE_MILLIS) {
                throw away(null);
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotRun("Interrupted while waiting for Axon Server.", e);
            }
        }
        return connection;
    }

    private CannotRun away(Throwable cause) {
        return new CannotRun(
                "Axon Server at " + address
                        + " does not answer. The events are in it and not in the backup: restore and"
                        + " start it first.",
                cause);
    }

    private static ServerAddress server(String address) {
        var colon = address.lastIndexOf(':');
        return colon < 0
                ? new ServerAddress(address)
                : new ServerAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
