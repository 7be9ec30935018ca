package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorClientTest {

    private HttpServer server;
    private String askedFor;
    private String authorization;
    private String idempotencyKey;
    private int status = 200;
    private String answer = "{}";
    private long promised; // more bytes than there are: the rest never comes

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void signs_in_with_the_key_of_the_data_folder() throws IOException {
        answer = "{\"items\":[]}";
        client().projections();
        assertThat(authorization).isEqualTo("Bearer secret");
    }

    @Test
    void reads_how_far_each_view_is_and_skips_what_it_does_not_know() throws IOException {
        answer = """
                {"items":[{"name":"ticket-board","state":"LIVE","position":5,"head":7,"lag":2,"new":1,
                           "rebuild":{"state":"DONE","done":5,"total":5,"error":null}}]}""";
        assertThat(client().projections())
                .containsExactly(new OperatorClient.Projection(
                        "ticket-board", "LIVE", 5, 7, 2, new OperatorClient.Rebuild("DONE", 5, 5, null)));
    }

    @Test
    void asks_for_a_rebuild_so_that_a_repeat_would_be_noticed() throws IOException {
        status = 202;
        answer = "{\"state\":\"RUNNING\",\"done\":0,\"total\":9}";
        client().rebuild("ticket board/1");
        assertThat(askedFor).isEqualTo("POST /api/v1/operations/projections/ticket%20board%2F1/rebuild");
        assertThat(UUID.fromString(idempotencyKey)).isNotNull();
    }

    @Test
    void passes_on_the_reason_of_a_refusal() {
        status = 409;
        answer = "{\"title\":\"Conflict\",\"detail\":\"A rebuild is running already.\"}";
        assertThatThrownBy(() -> client().rebuild("ticket-board"))
                .isInstanceOf(CannotRun.class)
                .hasMessage("The server said 409: A rebuild is running already.");
    }

    @Test
    void copes_with_an_answer_that_is_no_problem_document() {
        status = 502;
        answer = "<html>";
        assertThatThrownBy(() -> client().deadLetters()).hasMessage("The server said 502.");
    }

    @Test
    void says_that_nobody_answers() {
        var address = address();
        server.stop(0);
        assertThatThrownBy(() -> new OperatorClient(address, "secret").projections())
                .isInstanceOf(CannotRun.class)
                .hasMessage("Nobody answers at " + address + ".");
    }

    @Test
    void gives_up_on_a_server_that_is_frozen() throws Exception {
        try (var frozen = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://localhost:" + frozen.getLocalPort());
            assertThatThrownBy(() -> impatient(address).projections())
                    .isInstanceOf(CannotRun.class)
                    .hasMessageStartingWith("The Callout at " + address + " did not answer within 1 s.");
        }
    }

    @Test
    void gives_up_on_a_server_that_freezes_in_the_middle_of_its_answer() {
        promised = 1000;
        assertThatThrownBy(() -> impatient(address()).projections())
                .hasMessageStartingWith("The Callout at " + address() + " did not answer within 1 s.");
    }

    @Test
    void says_that_an_answer_was_broken_off() throws Exception {
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://localhost:" + door.getLocalPort());
            new Thread(() -> {
                        try (var caller = door.accept()) {
                            caller.getOutputStream()
                                    .write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .start();
            assertThatThrownBy(() -> impatient(address).projections())
                    .isInstanceOf(CannotRun.class)
                    .hasMessageStartingWith("The Callout at " + address + " broke off its answer");
        }
    }

    private static OperatorClient impatient(URI address) {
        return new OperatorClient(address, "secret", Duration.ofSeconds(1));
    }

    private OperatorClient client() {
        return new OperatorClient(address(), "secret");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void respond(HttpExchange exchange) throws IOException {
        askedFor = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        idempotencyKey = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, promised == 0 ? body.length : promised);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        if (promised == 0) {
            exchange.close();
        }
    }
}
