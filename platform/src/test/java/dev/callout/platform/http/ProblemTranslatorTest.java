package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Status;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class ProblemTranslatorTest {

    static Stream<Arguments> accidents() {
        var closed = new Refusal(RefusalCode.TICKET_CLOSED, "Reopen it first.");
        return Stream.of(
                arguments(new CommandRefused(closed), 409, "TICKET_CLOSED"),
                arguments(
                        new CompletionException(new CommandExecutionException("no", null, closed)),
                        409,
                        "TICKET_CLOSED"),
                arguments(refused(RefusalCode.NOT_ALLOWED), 403, "NOT_ALLOWED"),
                arguments(refused(RefusalCode.NOT_FOUND), 404, "NOT_FOUND"),
                arguments(refused(RefusalCode.REFERENCE_NOT_FOUND), 422, "REFERENCE_NOT_FOUND"),
                arguments(refused(RefusalCode.VERSION_CHANGED), 412, "VERSION_CHANGED"),
                arguments(
                        new QueryExecutionException("no", null, new Refusal(RefusalCode.NOT_FOUND, "no")),
                        404,
                        "NOT_FOUND"),
                arguments(new AggregateNotFoundException("TCK-1", "no"), 404, "NOT_FOUND"),
                arguments(new AggregateStreamCreationException("twice"), 409, "ALREADY_EXISTS"),
                arguments(new ConcurrencyException("both"), 409, "CONCURRENT_CHANGE"),
                arguments(
                        new CommandExecutionException("OUT_OF_RANGE: [AXONIQ-2000] sequence", null),
                        409,
                        "CONCURRENT_CHANGE"),
                arguments(new ConflictingAggregateVersionException("TCK-1", 3, 4), 412, "VERSION_CHANGED"),
                arguments(new CannotGetJdbcConnectionException("gone"), 503, "STORE_UNAVAILABLE"),
                arguments(
                        new EventStoreException("append", new SQLException("stopping", "57P01")),
                        503,
                        "STORE_UNAVAILABLE"));
    }

    private static Exception refused(RefusalCode code) {
        return new CompletionException(new CommandRefused(code, "no"));
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void finds_the_problem_however_it_is_wrapped(Throwable thrown, int status, String code) {
        var problem = ProblemTranslator.translate(thrown).orElseThrow();

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void says_when_to_come_back_while_the_store_is_away() {
        var problem = ProblemTranslator.translate(new CannotGetJdbcConnectionException("gone"));

        assertThat(problem.orElseThrow().headers().getFirst("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P03", "58030", "25P03", "25P04", "57014"})
    void puts_off_what_the_database_cannot_do_now(String state) {
        var problem = ProblemTranslator.translate(new EventStoreException("append", new SQLException("no", state)));

        assertThat(problem.orElseThrow().code()).isEqualTo("STORE_UNAVAILABLE");
    }

    @Test
    void puts_off_what_has_lost_its_connection_on_the_way() {
        var problem =
                ProblemTranslator.translate(new EventStoreException("read", new SQLException("Connection is closed")));

        assertThat(problem.orElseThrow().code()).isEqualTo("STORE_UNAVAILABLE");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONNECTION_FAILED",
                "COMMAND_DISPATCH_ERROR",
                "QUERY_DISPATCH_ERROR",
                "NO_HANDLER_FOR_COMMAND",
                "NO_HANDLER_FOR_QUERY",
                "NO_EVENT_STORE_MASTER_AVAILABLE",
                "INSTRUCTION_ACK_ERROR",
                "DATAFILE_WRITE_ERROR",
                "DATAFILE_READ_ERROR",
                "TRANSACTION_ROLLED_BACK",
                "OTHER"
            })
    void puts_off_what_the_connector_itself_could_not_send_to_axon_server(ErrorCategory category) {
        var broken = new AxonServerException(category, "[AXONIQ] stream broken", "desk-1");
        var problem = ProblemTranslator.translate(new CompletionException(new CommandExecutionException("no", broken)));

        assertThat(problem.orElseThrow().code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(problem.orElseThrow().headers().getFirst("Retry-After")).isEqualTo("5");
        assertThat(StoreAway.isBehind(new CompletionException(broken))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("brokenStreams")
    void puts_off_what_met_a_broken_stream(Throwable broken) {
        assertThat(ProblemTranslator.translate(new IllegalStateException(broken))
                        .orElseThrow()
                        .code())
                .isEqualTo("STORE_UNAVAILABLE");
    }

    static Stream<Throwable> brokenStreams() {
        return Stream.of(
                new StreamClosedException(new IllegalStateException("reset")),
                Status.UNAVAILABLE.asRuntimeException(),
                Status.CANCELLED.asException());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"QUERY_EXECUTION_ERROR", "COMMAND_EXECUTION_ERROR", "EVENT_PAYLOAD_TOO_LARGE", "VALIDATION_FAILED"
            })
    void does_not_blame_axon_server_for_what_was_asked_of_it(ErrorCategory category) {
        assertThat(ProblemTranslator.translate(new AxonServerException(category, "no", "desk-1")))
                .isEmpty();
    }

    @Test
    void keeps_the_words_of_a_refusal() {
        var problem = ProblemTranslator.translate(new CommandRefused(RefusalCode.TICKET_CLOSED, "Reopen it first."))
                .orElseThrow();

        assertThat(problem.detail()).isEqualTo("Reopen it first.");
        assertThat(problem.title()).isEqualTo("Ticket closed");
        assertThat(problem.type()).isEqualTo("urn:callout:problem:ticket-closed");
    }

    @Test
    void says_the_same_of_what_is_not_there_and_what_is_not_yours() {
        assertThat(ProblemTranslator.translate(new CommandRefused(RefusalCode.NOT_FOUND, "It belongs to ACME.")))
                .isEqualTo(ProblemTranslator.translate(new AggregateNotFoundException("TCK-1", "not in store")));
    }

    @Test
    void knows_nothing_of_our_own_mistakes() {
        assertThat(ProblemTranslator.translate(new NullPointerException("secret")))
                .isEmpty();
        assertThat(ProblemTranslator.translate(new EventStoreException("append", new SQLException("syntax", "42601"))))
                .isEmpty();
    }
}
