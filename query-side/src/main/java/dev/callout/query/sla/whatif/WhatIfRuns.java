package dev.callout.query.sla.whatif;

import dev.callout.api.RefusalCode;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.query.Refused;
import dev.callout.query.sla.tracking.TrackedTicket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how far replays are and what they came to, for every node to tell; the last few of them. */
@Component
class WhatIfRuns {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEPT = 20;

    static final String ALIVE = "running AND touched_at > now() - interval '1 minute' AS alive";

    private final JdbcClient db;
    private final JdbcTemplate batches;

    WhatIfRuns(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** A verdict that would be another, with its place among them. */
    record PlacedFlip(long place, TrackedTicket ticket, Flip flip) {}

    /** The one that the very same request began before; refused where another request had its id. */
    Optional<SlaWhatIf> begunBy(TrySlaWhatIf request) {
        return db.sql("SELECT request_hash FROM sla_what_if WHERE what_if_id = :id")
                .param("id", request.whatIfId())
                .query(byte[].class)
                .optional()
                .map(hash -> {
                    if (!Arrays.equals(hash, hash(request))) {
                        throw Refused.of(
                                RefusalCode.COMMAND_ID_REUSED, "This Idempotency-Key was used for another request.");
                    }
                    return find(request.whatIfId());
                });
    }

    /** A record's text names all its values, so it tells two requests apart. */
    private static byte[] hash(TrySlaWhatIf request) {
        return DigestUtils.sha256(request.toString());
    }

    /** Notes that one begins; false while another is under way. */
    boolean begin(TrySlaWhatIf request, SlaWhatIf report) {
        db.sql("UPDATE sla_what_if SET running = false WHERE running AND touched_at < now() - interval '1 minute'")
                .update();
        var begun = db.sql("INSERT INTO sla_what_if (what_if_id, running, begun_at, touched_at, report, request_hash)"
                                + " VALUES (:id, true, now(), now(), :report, :hash) ON CONFLICT DO NOTHING")
                        .param("id", report.id())
                        .param("hash", hash(request))
                        .param("report", JSON.writeValueAsString(report))
                        .update()
                == 1;
        if (begun) {
            forgetOld();
        }
        return begun;
    }

    private void forgetOld() {
        db.sql("DELETE FROM sla_what_if WHERE what_if_id NOT IN"
                        + " (SELECT what_if_id FROM sla_what_if ORDER BY begun_at DESC LIMIT " + KEPT + ")")
                .update();
        db.sql("DELETE FROM sla_what_if_flip flip"
                        + " WHERE NOT EXISTS (SELECT FROM sla_what_if run WHERE run.what_if_id = flip.what_if_id)")
                .update();
    }

    /** Tells how far it is; whoever was taken for dead in the meantime has nothing to tell. */
    void note(SlaWhatIf report) {
        var noted = db.sql("UPDATE sla_what_if SET running = :running, touched_at = now(), report = :report"
                        + " WHERE what_if_id = :id AND running")
                .param("running", report.state() == SlaWhatIf.State.RUNNING)
                .param("report", JSON.writeValueAsString(report))
                .param("id", report.id())
                .update();
        if (noted == 0) {
            throw new IllegalStateException("This replay was given up; another may be under way.");
        }
    }

    void add(String id, List<PlacedFlip> flips) {
        batches.batchUpdate(
                "INSERT INTO sla_what_if_flip VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                flips,
                flips.size(),
                (row, placed) -> {
                    var flip = placed.flip();
                    var ticket = placed.ticket();
                    row.setString(1, id);
                    row.setLong(2, placed.place());
                    row.setString(3, ticket.ticketId());
                    row.setString(4, ticket.number());
                    row.setString(5, ticket.customerId());
                    row.setString(6, flip.either().priority().name());
                    row.setString(7, flip.either().clock().name());
                    row.setInt(8, flip.either().cycle());
                    row.setString(
                            9,
                            flip.before() == null
                                    ? null
                                    : flip.before().verdict().name());
                    row.setString(
                            10,
                            flip.after() == null ? null : flip.after().verdict().name());
                    row.setObject(
                            11,
                            flip.before() == null ? null : at(flip.before().dueAt()),
                            Types.TIMESTAMP_WITH_TIMEZONE);
                    row.setObject(
                            12, flip.after() == null ? null : at(flip.after().dueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                    row.setObject(13, at(flip.either().stoppedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                });
    }

    private static Object at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    SlaWhatIf find(String id) {
        return db.sql("SELECT report, " + ALIVE + " FROM sla_what_if WHERE what_if_id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** A node that stopped in the middle cannot say so itself. */
    static SlaWhatIf read(ResultSet row) throws SQLException {
        var report = JSON.readValue(row.getString("report"), SlaWhatIf.class);
        return report.state() == SlaWhatIf.State.RUNNING && !row.getBoolean("alive")
                ? report.failed(Instant.now(), "The server that replayed has stopped.")
                : report;
    }
}
