package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One process among several, or all there is: its role, and where the events are. */
public record Deployment(ProcessRole role, EventStoreKind events, String axonServer) {

    public static final Deployment IN_ONE_PROCESS =
            new Deployment(ProcessRole.ALL, EventStoreKind.POSTGRES, "localhost:8124");

    static Deployment from(Map<String, String> environment) {
        return new Deployment(
                chosen(ProcessRole.class, "CALLOUT_ROLE", environment, IN_ONE_PROCESS.role),
                chosen(EventStoreKind.class, "CALLOUT_EVENT_STORE", environment, IN_ONE_PROCESS.events),
                addresses(environment.getOrDefault("CALLOUT_AXON_SERVER", IN_ONE_PROCESS.axonServer)));
    }

    /** Fails when no host of Axon Server has an address: to wait for a mistyped name would be to wait for ever. */
    void requireHosts() {
        var hosts = Arrays.stream(axonServer.split(","))
                .map(address -> address.replaceFirst(":\\d+$", ""))
                .toList();
        if (routesQueries() && hosts.stream().noneMatch(Deployment::hasAddress)) {
            throw new CannotRun("No host that CALLOUT_AXON_SERVER names has an address: " + axonServer + ".");
        }
    }

    private static boolean hasAddress(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String addresses(String text) {
        var addresses = text.replaceAll("\\s", "");
        if (!addresses.matches("[^,:]+(:\\d{1,5})?(,[^,:]+(:\\d{1,5})?)*")) {
            throw new CannotRun(
                    "CALLOUT_AXON_SERVER must look like host:8124, several with commas, not \"" + text + "\".");
        }
        return addresses;
    }

    boolean isOneOfSeveral() {
        return role != ProcessRole.ALL || events == EventStoreKind.AXON_SERVER;
    }

    boolean takesOrders() {
        return role != ProcessRole.QUERY;
    }

    /** Queries find their way to other processes through Axon Server alone. */
    boolean routesQueries() {
        return events == EventStoreKind.AXON_SERVER;
    }

    List<String> properties() {
        var properties = new ArrayList<>(List.of(
                "--callout.role=" + word(role),
                "--callout.event-store=" + word(events),
                "--axon.axonserver.enabled=" + routesQueries(),
                "--db-scheduler.enabled=" + takesOrders()));
        if (routesQueries()) {
            properties.add("--axon.axonserver.servers=" + axonServer);
            properties.add("--management.endpoint.health.group.readiness.include=readinessState,db,writes,axonServer");
        }
        return properties;
    }

    private static <E extends Enum<E>> E chosen(
            Class<E> type, String name, Map<String, String> environment, E otherwise) {
        var text = environment.getOrDefault(name, word(otherwise)).strip();
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new CannotRun(name + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Deployment::word)
                                .collect(Collectors.joining(", "))
                        + ", not \"" + text + "\"."));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
