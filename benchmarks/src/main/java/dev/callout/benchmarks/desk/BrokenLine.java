package dev.callout.benchmarks.desk;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A line to the product for one request. It breaks when the answer comes, which nobody hears but we. */
public final class BrokenLine implements Closeable {

    private static final int LONGEST_ANSWER = 16 * 1024;

    private final URI server;
    private final ServerSocket door;
    private final CompletableFuture<String> unheard = new CompletableFuture<>();

    public BrokenLine(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        daemon(this::carry);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** The beginning of the answer that did not get through, with all its headers. */
    public String unheard() throws IOException, InterruptedException {
        try {
            return unheard.get();
        } catch (ExecutionException e) {
            throw new IOException("The product gave no answer.", e);
        }
    }

    private void carry() {
        try (var client = door.accept();
                var product = new Socket(server.getHost(), server.getPort())) {
            daemon(() -> pass(client, product));
            var answer = new byte[LONGEST_ANSWER];
            var length = product.getInputStream().read(answer);
            unheard.complete(new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            unheard.completeExceptionally(e);
        }
    }

    private static void pass(Socket client, Socket product) {
        try {
            client.getInputStream().transferTo(product.getOutputStream());
        } catch (IOException e) {
            // broken, as it should be
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "broken-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
