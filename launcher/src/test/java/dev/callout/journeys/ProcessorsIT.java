package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of the event processors, and can do to them. */
@ExtendWith(RunningCallout.class)
class ProcessorsIT {

    private static final String PROCESSORS = "/api/v1/processors";
    private static final String BOARD = "projection-ticket-board";

    private final RunningCallout callout;
    private final Desk desk;

    ProcessorsIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
    }

    @AfterEach
    void resume() {
        tell("resume", BOARD);
    }

    @Test
    void are_listed_with_how_they_do() {
        desk.created();
        await().untilAsserted(() -> {
            var all = desk.admin.get(PROCESSORS).expect(200);
            assertThat(all.each("items", "name")).contains(BOARD, "register-tickets");
            assertThat(all.each("items", "state")).containsOnly("RUNNING");
            assertThat(all.each("items", "kind")).contains("VIEW", "REGISTER");
            assertThat(all.each("items", "lag")).containsOnly("0");
            assertThat(all.each("items", "behind")).containsOnly("PT0S");
        });
        var board = processor(BOARD);
        assertThat(board.at("/position").asLong()).isPositive();
        assertThat(board.at("/segments")).hasSize(1).allMatch(segment -> segment.hasNonNull("owner"));
    }

    @Test
    void rest_when_paused_until_they_are_resumed() {
        assertThat(tell("pause", BOARD).expect(200).text("state")).isEqualTo("PAUSED");
        assertThat(isRunning(BOARD)).isFalse();
        desk.created();
        await().untilAsserted(() -> {
            assertThat(processor(BOARD).get("lag").asLong()).isPositive();
            assertThat(processor(BOARD).get("behind").asString()).isNotEqualTo("PT0S");
            assertThat(processor("projection-ticket-details").get("lag").asLong())
                    .isZero();
        });
        assertThat(tell("pause", BOARD).expect(200).text("state")).isEqualTo("PAUSED");
        assertThat(tell("resume", BOARD).expect(200).text("state")).isEqualTo("RUNNING");
        await().untilAsserted(
                        () -> assertThat(processor(BOARD).get("lag").asLong()).isZero());
    }

    @Test
    void keep_to_what_was_said_to_another_node() {
        var db = Inside.database(callout);
        db.sql("INSERT INTO processor_pause (processor_name, paused_by) VALUES ('%s', 'other')".formatted(BOARD))
                .update();
        await().until(() -> !isRunning(BOARD));
        db.sql("DELETE FROM processor_pause").update();
        await().until(() -> isRunning(BOARD));
    }

    @Test
    void can_be_divided_and_put_together_again() {
        assertThat(tell("split", BOARD).expect(200).json()).isNotNull();
        await().untilAsserted(() -> assertThat(processor(BOARD).get("segments"))
                .hasSize(2)
                .allMatch(segment -> segment.hasNonNull("owner")));
        tell("merge", BOARD).expect(200);
        await().untilAsserted(() -> assertThat(processor(BOARD).get("segments")).hasSize(1));
        desk.created();
        await().untilAsserted(
                        () -> assertThat(processor(BOARD).get("lag").asLong()).isZero());
    }

    @Test
    void refuse_what_makes_no_sense() {
        tell("pause", "projection-nothing").expect(404, "NOT_FOUND");
        tell("pause", "register-tickets").expect(409, "NOT_POSSIBLE");
        tell("split", "register-tickets").expect(409, "NOT_POSSIBLE");
        tell("split", "projection-ticket-counters").expect(409, "NOT_POSSIBLE");
        tell("merge", "projection-ticket-counters").expect(409, "NOT_POSSIBLE");
        tell("pause", BOARD).expect(200);
        tell("split", BOARD).expect(409, "NOT_POSSIBLE");
    }

    @Test
    void are_the_administrators_business() {
        desk.manager.get(PROCESSORS).expect(403);
        desk.acmeAdmin.get(PROCESSORS).expect(403);
        desk.nobody.get(PROCESSORS).expect(401);
        desk.dispatcher.post(PROCESSORS + "/" + BOARD + "/pause", Map.of()).expect(403);
        assertThat(isRunning(BOARD)).isTrue();
    }

    private Answer tell(String what, String processor) {
        return desk.admin.post(PROCESSORS + "/" + processor + "/" + what, Map.of());
    }

    private tools.jackson.databind.JsonNode processor(String name) {
        for (var item : desk.admin.get(PROCESSORS).expect(200).at("items")) {
            if (item.get("name").asString().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private boolean isRunning(String processor) {
        return Inside.of(callout)
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor(processor)
                .orElseThrow()
                .isRunning();
    }
}
