package dev.callout.query.rebuild;

import static dev.callout.query.sql.Columns.time;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Administrators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what views could not digest, and why, and lets an administrator try it again or give it up. */
@RestController
@RequestMapping("/api/v1/operations/dead-letters")
@Tag(name = "Operations")
class DeadLettersController {

    record DeadLetters(List<DeadLetter> items) {}

    /** An event that could not be handled; what came later for the same aggregate waits behind it. */
    record DeadLetter(
            String id,
            String group,
            String aggregateId,
            Long version,
            String event,
            long place,
            Instant enqueuedAt,
            Instant lastTriedAt,
            String causeType,
            String cause) {}

    /** How many letters there were, and how many are left. */
    record Outcome(long before, long left) {}

    private static final int SHOWN = 200;

    private final JdbcClient db;
    private final EventProcessingConfiguration processing;

    DeadLettersController(JdbcClient db, EventProcessingConfiguration processing) {
        this.db = db;
        this.processing = processing;
    }

    @GetMapping
    @Operation(summary = "List the events that views could not digest, and why")
    DeadLetters list() {
        Administrators.only();
        return new DeadLetters(db.sql("SELECT * FROM dead_letter_entry"
                        + " ORDER BY processing_group, sequence_identifier, sequence_index LIMIT " + SHOWN)
                .query((row, number) -> letter(row))
                .list());
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        var type = row.getString("payload_type");
        return new DeadLetter(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("aggregate_identifier"),
                row.getObject("sequence_number", Long.class),
                type.substring(type.lastIndexOf('.') + 1),
                row.getLong("sequence_index"),
                time(row, "enqueued_at"),
                time(row, "last_touched"),
                row.getString("cause_type"),
                row.getString("cause_message"));
    }

    @PostMapping("/{group}/retry")
    @Operation(summary = "Try the dead letters of a view again")
    Outcome retry(@PathVariable String group) {
        Administrators.only();
        var letters = queue(group);
        var before = letters.size();
        var retry = processing.sequencedDeadLetterProcessor(group).orElseThrow();
        var tried = new HashSet<String>();
        for (var left = letters.amountOfSequences(); left > 0; left--) {
            retryNext(retry, tried);
        }
        return new Outcome(before, letters.size());
    }

    private static void retryNext(SequencedDeadLetterProcessor<EventMessage<?>> retry, Set<String> tried) {
        var next = new AtomicReference<String>();
        try {
            retry.process(letter ->
                    tried.add(next.updateAndGet(before -> letter.message().getIdentifier())));
        } catch (RuntimeException refusedByTheDatabase) {
            // now it is known which letter is to blame: this time it stays, and those before it go
            retry.process(letter -> letter.message().getIdentifier().equals(next.get()));
        }
    }

    @PostMapping("/{group}/discard")
    @Operation(summary = "Give the dead letters of a view up")
    Outcome discard(@PathVariable String group) {
        Administrators.only();
        var letters = queue(group);
        var before = letters.size();
        letters.clear();
        return new Outcome(before, letters.size());
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return processing.deadLetterQueue(group).orElseThrow(() -> unknown(group));
    }

    private ProblemException unknown(String group) {
        var known = processing.eventProcessors().keySet().stream()
                .filter(name -> processing.deadLetterQueue(name).isPresent())
                .sorted()
                .collect(Collectors.joining(", "));
        return new ProblemException(
                ProblemCode.NOT_FOUND, "There is no group \"" + group + "\" on this node. There are: " + known + ".");
    }
}
