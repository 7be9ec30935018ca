package dev.callout.query.audit;

import dev.callout.api.audit.Verification;
import dev.callout.api.audit.Verification.State;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how far the one comparison is, or what the last one found, for every node to tell. */
@Component
class VerificationRuns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Run(boolean running, boolean alive, Verification report) {}

    private final JdbcClient db;

    VerificationRuns(JdbcClient db) {
        this.db = db;
    }

    /** Notes that one begins; false while another is under way. */
    boolean begin(Verification report) {
        return db.sql("""
                        INSERT INTO audit_verification AS last (name, running, touched_at, report)
                        VALUES ('history', true, now(), :report)
                        ON CONFLICT (name) DO UPDATE SET running = true, touched_at = now(), report = excluded.report
                        WHERE NOT last.running OR last.touched_at < now() - interval '1 minute'
                        """).param("report", JSON.writeValueAsString(report)).update() == 1;
    }

    void note(Verification report) {
        db.sql("UPDATE audit_verification SET running = :running, touched_at = now(), report = :report")
                .param("running", report.state() == State.RUNNING)
                .param("report", JSON.writeValueAsString(report))
                .update();
    }

    Verification last() {
        return run().map(VerificationRuns::told).orElseGet(Verification::neverRun);
    }

    private Optional<Run> run() {
        return db.sql(
                        "SELECT running, report, touched_at > now() - interval '1 minute' AS alive FROM audit_verification")
                .query((row, number) -> new Run(
                        row.getBoolean("running"),
                        row.getBoolean("alive"),
                        JSON.readValue(row.getString("report"), Verification.class)))
                .optional();
    }

    /** A node that stopped in the middle cannot say so itself. */
    private static Verification told(Run run) {
        return run.running() && !run.alive()
                ? run.report().failed(Instant.now(), "The server that compared has stopped.")
                : run.report();
    }
}
