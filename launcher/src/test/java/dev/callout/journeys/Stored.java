package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product has stored. A refused request must leave all of it as it was. */
public final class Stored {

    private static final Map<String, String> WHAT = Map.ofEntries(
            Map.entry("events", "SELECT count(*) FROM domain_event_entry"),
            Map.entry("last event", "SELECT coalesce(max(global_index), 0) FROM domain_event_entry"),
            Map.entry("receipts", "SELECT count(*) FROM command_receipt"),
            Map.entry("attachments", "SELECT count(*) FROM attachment"),
            Map.entry("pieces of attachments", "SELECT count(*) FROM attachment_piece"),
            // deadlines follow an earlier event, a moment later; work is returned when somebody has left
            Map.entry(
                    "scheduled tasks",
                    "SELECT count(*) FROM scheduled_tasks WHERE task_name NOT IN ('AxonDeadline', 'return-work')"),
            Map.entry("tickets known", "SELECT count(*) FROM ticket_register"),
            Map.entry("policies known", "SELECT coalesce(sum(version), 0) FROM sla_policy_register"),
            Map.entry("calendars known", "SELECT coalesce(sum(version), 0) FROM sla_calendar_register"),
            Map.entry("customers known", "SELECT count(*) FROM customer_register"),
            Map.entry("accounts", "SELECT count(*) FROM credential"),
            Map.entry("mails", "SELECT count(*) FROM mail WHERE template <> 'work-returned'"),
            Map.entry("one-time links", "SELECT count(*) FROM one_time_link WHERE ended_at IS NULL"),
            Map.entry("second factors", "SELECT count(*) FROM second_factor"),
            Map.entry("outside identities", "SELECT count(*) FROM outside_identity"));

    /** One question for all: it is asked before and after each of many requests. */
    private static final String ALL = WHAT.entrySet().stream()
            .map(what -> "(" + what.getValue() + ") AS \"" + what.getKey() + "\"")
            .collect(Collectors.joining(", ", "SELECT ", ""));

    private final JdbcClient database;

    public Stored(RunningCallout callout) {
        database = Inside.database(callout);
    }

    /** Makes a request that must store nothing, and gives back its answer. */
    public Answer nothingBy(Supplier<Answer> request) {
        return watched(request, answer -> true);
    }

    /** Makes a request that may be taken or not; when it is refused it must store nothing. */
    public Answer nothingIfRefusedBy(Supplier<Answer> request) {
        return watched(request, answer -> answer.status() >= 400);
    }

    private Answer watched(Supplier<Answer> request, Predicate<Answer> mustStoreNothing) {
        await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).until(this::isQuiet);
        var before = now();
        var answer = request.get();
        if (mustStoreNothing.test(answer)) {
            assertThat(now())
                    .as("stored by %s, which was answered %s", answer.request(), answer.status())
                    .isEqualTo(before);
        }
        return answer;
    }

    /** Whether nothing is still at work that an earlier request began. */
    private boolean isQuiet() {
        return database.sql("SELECT count(*) FROM scheduled_tasks WHERE picked"
                                + " OR task_instance <> 'recurring' AND execution_time < now() + INTERVAL '2 seconds'")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private Map<String, Long> now() {
        var counts = new LinkedHashMap<String, Long>();
        database.sql(ALL).query().singleRow().forEach((what, count) -> counts.put(what, ((Number) count).longValue()));
        return counts;
    }
}
