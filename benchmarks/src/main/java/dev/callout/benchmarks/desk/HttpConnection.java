package dev.callout.benchmarks.desk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP connection that stays open and is used for one request after the other. The JDK's own client spends more time
 * of the processors that it shares with the product than this does, and would be measured with it.
 */
final class HttpConnection implements Closeable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int end;
    private Socket socket;

    HttpConnection(URI server) throws IOException {
        this.server = server;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        next = end = 0;
    }

    /** @param headers whole lines, each with its line end */
    Answer send(String method, String path, String headers, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers
                + (method.equals("GET")
                        ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n");
        var request = new ByteArrayOutputStream(head.length() + content.length);
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(content);
        request.writeTo(socket.getOutputStream());
        var answer = answer();
        if ("close".equals(answer.header("Connection"))) { // the server's choice, after some requests
            close();
            connect();
        }
        return answer;
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().substring(9, 12));
        var head = new StringBuilder("\n");
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        var answer = new Answer(status, head.toString(), new byte[0]);
        if (status == 204) {
            return answer;
        }
        var length = answer.header("Content-Length");
        return new Answer(status, answer.head(), length == null ? chunks() : bytes(Integer.parseInt(length)));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = new byte[count];
        for (var have = 0; have < count; ) {
            fill();
            var part = Math.min(count - have, end - next);
            System.arraycopy(buffer, next, bytes, have, part);
            next += part;
            have += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            fill();
            var c = (char) buffer[next++];
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, socket.getInputStream().read(buffer));
            if (end == 0) {
                throw new EOFException("The server ended the connection.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
