package dev.callout.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Desk;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is the sender's fault: 400, without an incident of ours in the log. */
@ExtendWith(RunningCallout.class)
class BrokenRequestsIT {

    private static final List<String> BROKEN = List.of(
            "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n{\"a\":1}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{\"a\":1}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n5\r\nusernameXX\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n50\r\n{\"username\":",
            "Content-Length: 500\r\n\r\n{\"username\":");

    private final RunningCallout callout;
    private final URI product;

    BrokenRequestsIT(RunningCallout callout) {
        this.callout = callout;
        product = callout.url();
    }

    /** The status, or nothing where the server can only hang up, too. */
    private String status(String request) throws IOException {
        try (var socket = new Socket(product.getHost(), product.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readNBytes(15), ISO_8859_1);
            return answer.isEmpty() ? "" : answer.substring(9, 12);
        }
    }

    private long incidents() throws IOException {
        try (var lines = Files.lines(callout.dataFolder().resolve("logs/callout.log"))) {
            return lines.filter(line -> line.contains("\"ERROR\"")).count();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=xx"})
    void are_answered_400_and_quietly(String type) throws IOException {
        var before = incidents();
        for (var path : List.of("/api/v1/auth/token", "/sign-in", Desk.TICKETS, "/forgot")) {
            for (var broken : BROKEN) {
                var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + product.getPort() + "\r\nContent-Type: "
                        + type + "\r\n";
                assertThat(status(head + broken)).as(path + " " + broken).isIn("", "400", "401", "403");
            }
        }
        assertThat(incidents()).isEqualTo(before);
    }

    @Test
    void the_status_in_the_body_is_the_one_of_the_answer() throws IOException {
        assertThat(status("POST /api/v1/auth/token HTTP/1.1\r\nHost: localhost:" + product.getPort()
                        + "\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo("501");
    }
}
