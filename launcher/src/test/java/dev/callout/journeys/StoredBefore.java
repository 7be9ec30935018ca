package dev.callout.journeys;

import dev.callout.RunningCallout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Puts events at the end of a ticket's history behind the product's back, as another version or another day would. */
public final class StoredBefore {

    private final RunningCallout callout;

    public StoredBefore(RunningCallout callout) {
        this.callout = callout;
    }

    /** By whoever caused the event before it; {@code payload} is JSON. */
    public void append(String ticket, String type, String revision, String payload, Instant recordedAt) {
        Inside.database(callout)
                .sql("""
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT :id, aggregate_identifier, sequence_number + 1, type, :recordedAt, :type, :revision,
                            :payload, meta_data
                        FROM domain_event_entry WHERE aggregate_identifier = :ticket
                        ORDER BY sequence_number DESC LIMIT 1""")
                .param("id", UUID.randomUUID().toString())
                .param("recordedAt", recordedAt.toString())
                .param("type", type)
                .param("revision", revision)
                .param("payload", payload.getBytes(StandardCharsets.UTF_8))
                .param("ticket", ticket)
                .update();
    }
}
