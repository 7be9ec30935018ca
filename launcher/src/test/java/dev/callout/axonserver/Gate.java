package dev.callout.axonserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A door on the way to a server, which can be shut in the middle of what people say, and opened again. */
final class Gate implements AutoCloseable {

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile ServerSocket door;

    /** Shut at first. */
    Gate(String server) throws IOException {
        var colon = server.lastIndexOf(':');
        this.server = new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void open() throws IOException {
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = opened;
        threads.submit(() -> {
            while (true) {
                letIn(opened.accept());
            }
        });
    }

    private void letIn(Socket caller) throws IOException {
        var behind = new Socket(server.getAddress(), server.getPort());
        open.add(caller);
        open.add(behind);
        threads.submit(() -> pass(caller, behind));
        threads.submit(() -> pass(behind, caller));
    }

    private Void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
        return null;
    }

    void shut() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            shut();
        }
        threads.shutdownNow();
    }
}
