package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the log tells whoever looks for the cause of something, and what it must never tell. */
@ExtendWith(RunningCallout.class)
class LogIT {

    private static final Logger LOG = LoggerFactory.getLogger(LogIT.class);

    private final RunningCallout callout;
    private final Desk desk;

    LogIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
    }

    @Test
    void leads_from_a_line_of_any_handler_to_the_request_the_person_and_the_ticket() throws IOException {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var ticket = desk.created();
        try (var commands = noisyCommands();
                var board = noisyBoard()) {
            assertThat(commands).isNotNull();
            assertThat(board).isNotNull();
            desk.read(
                    desk.dispatcher,
                    ticket,
                    desk.dispatcher
                            .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                            .post(Desk.TICKETS + "/" + ticket + "/notes", Map.of("body", "Look again."))
                            .expect(201));
        }
        var lines =
                log().stream().filter(line -> line.toString().contains(trace)).toList();
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("message").asString()).isEqualTo("heard a command");
            assertThat(line.get("actor").asString()).isEqualTo(Desk.accountOf(desk.dispatcher));
            assertThat(line.hasNonNull("commandId")).isTrue();
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("message").asString()).isEqualTo("heard an event");
            assertThat(line.get("aggregateId").asString()).isEqualTo(ticket);
            assertThat(line.get("actor").asString()).isEqualTo(Desk.accountOf(desk.dispatcher));
        });
    }

    @Test
    void names_no_person_and_no_secret() throws IOException {
        var token = desk.nobody.signIn("acme-user", RunningCallout.PASSWORD);
        desk.nobody.post("/api/v1/auth/token", Map.of("username", "acme-user", "password", "not-my-password"));
        desk.nobody.with("Authorization", "Bearer forged-by-somebody").get(Desk.TICKETS);
        desk.acmeUser.post(Desk.TICKETS, Desk.problem("description", "Call Joanna Secretperson, +41 44 123 45 67"));
        desk.acmeUser.post(Desk.TICKETS, Desk.problem("category", "joanna@secretperson.example"));
        desk.acmeUser.json("POST", Desk.TICKETS, "{\"title\": \"Joanna Secretperson");
        desk.closed();
        var names = Inside.database(callout)
                .sql(
                        "SELECT name FROM customer UNION SELECT name FROM customer_contact UNION SELECT display_name FROM account")
                .query(String.class)
                .list();
        var log = Files.readString(callout.dataFolder().resolve("logs").resolve("callout.log"));
        assertThat(names).hasSizeGreaterThan(5);
        assertThat(log)
                .doesNotContain(RunningCallout.PASSWORD, "not-my-password", "forged-by-somebody", token)
                .doesNotContainIgnoringCase("Secretperson")
                .doesNotContain(Files.readString(callout.dataFolder().resolve("operator.key"))
                        .strip())
                .doesNotContain(Files.readString(callout.dataFolder().resolve("master.key"))
                        .strip());
        assertThat(names).noneMatch(log::contains);
    }

    /** The product says little when all goes well; here its handlers say that they were called. */
    private Registration noisyCommands() {
        return Inside.of(callout).getBean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            LOG.info("heard a command");
            return chain.proceed();
        });
    }

    private Registration noisyBoard() {
        return Inside.of(callout)
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor("projection-ticket-board")
                .orElseThrow()
                .registerHandlerInterceptor((work, chain) -> {
                    LOG.info("heard an event");
                    return chain.proceed();
                });
    }

    private List<JsonNode> log() throws IOException {
        try (var lines = Files.lines(callout.dataFolder().resolve("logs").resolve("callout.log"))) {
            return lines.map(Caller.JSON::readTree).toList();
        }
    }
}
