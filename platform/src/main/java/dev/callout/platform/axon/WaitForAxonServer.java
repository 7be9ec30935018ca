package dev.callout.platform.axon;

import dev.callout.platform.WillNotStart;
import java.time.Duration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Holds the start until Axon Server is there, where the framework would give up after some seconds. */
class WaitForAxonServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WaitForAxonServer.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SAY_SO_EVERY = Duration.ofSeconds(10);

    private final AxonServerConnectionManager connections;
    private final String address;
    private final Duration patience;
    private volatile boolean running;

    /** Without {@code patience} it waits for as long as it takes. */
    WaitForAxonServer(AxonServerConnectionManager connections, String address, Duration patience) {
        this.connections = connections;
        this.address = address;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
        connections.getConnection(); // goes on trying by itself
        for (var waited = Duration.ZERO; !isConnected(); waited = waited.plus(LOOK_EVERY)) {
            if (waited.toMillis() % SAY_SO_EVERY.toMillis() == 0) {
                log.warn("Waiting for Axon Server at {}", address);
            }
            if (patience != null && waited.compareTo(patience) >= 0) {
                throw new WillNotStart(
                        "Axon Server at " + address + " does not answer within " + patience.toSeconds() + " s.");
            }
            pause();
        }
    }

    private boolean isConnected() {
        return connections.isConnected(connections.getDefaultContext());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for Axon Server.", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything that speaks to the server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
