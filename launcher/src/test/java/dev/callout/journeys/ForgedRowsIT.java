package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.api.audit.Verification;
import dev.callout.api.audit.Verification.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whoever can write into the database, but has not the key: what is forged decides nothing, and is named. */
@ExtendWith(RunningCallout.class)
class ForgedRowsIT {

    private static final String VERIFICATION = "/api/v1/audit/verification";

    private final Desk desk;
    private final JdbcClient database;
    private final Snapshotter snapshotter;

    ForgedRowsIT(RunningCallout callout) {
        desk = new Desk(callout);
        database = Inside.database(callout);
        snapshotter = Inside.of(callout).getBean(Snapshotter.class);
    }

    private int sql(String sql, Object... params) {
        return database.sql(sql).params(params).update();
    }

    private List<String> findings() {
        var auditor = desk.nobody.as("auditor");
        auditor.post(VERIFICATION, Map.of("checkpoints", List.of())).expect(202);
        var verdict = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> JsonMapper.shared()
                                .readValue(auditor.get(VERIFICATION).expect(200).text(), Verification.class),
                        report -> report.state() != Verification.State.RUNNING);
        assertThat(verdict.error()).isNull();
        return verdict.findings().stream().map(Finding::message).toList();
    }

    @Test
    void a_snapshot_of_a_closed_ticket_closes_no_other() throws Exception {
        var closed = desk.closed();
        var open = desk.inProgress();
        snapshotter.scheduleSnapshot(Class.forName("dev.callout.domain.ticket.Ticket"), closed);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> database.sql("SELECT count(*) FROM snapshot_event_entry WHERE aggregate_identifier = ?")
                                .param(closed)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(findings()).isEmpty();

        database.sql("""
                        INSERT INTO snapshot_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT 'EVT-forged', :open, (SELECT max(sequence_number) FROM domain_event_entry
                            WHERE aggregate_identifier = :open), type, time_stamp, payload_type, payload_revision,
                            convert_to(replace(convert_from(payload, 'UTF8'), :closed, :open), 'UTF8'), meta_data
                        FROM snapshot_event_entry WHERE aggregate_identifier = :closed""").param("open", open).param("closed", closed).update();
        try {
            assertThat(findings()).singleElement().asString().contains("of " + open + " was not taken by this product");
            desk.step(
                    desk.technician,
                    open,
                    "resolve",
                    Map.of("workDone", "Replaced the fuse.")); // a closed one would refuse
        } finally {
            sql("DELETE FROM snapshot_event_entry WHERE aggregate_identifier = ?", open);
        }
    }

    @Test
    void a_receipt_that_was_changed_answers_nothing() {
        var key = UUID.randomUUID().toString();
        var ticket = desk.acmeUser
                .postWithKey(key, Desk.TICKETS, Desk.problem())
                .expect(201)
                .id();
        var other = desk.raise(desk.acmeUser).id();
        sql("UPDATE command_receipt SET aggregate_id = ? WHERE command_id = ?::uuid", other, key);
        try {
            desk.acmeUser.postWithKey(key, Desk.TICKETS, Desk.problem()).expect(409, "HISTORY_BROKEN");
            assertThat(findings())
                    .singleElement()
                    .asString()
                    .contains("The row " + key + " of the table command_receipt");
        } finally {
            sql("UPDATE command_receipt SET aggregate_id = ? WHERE command_id = ?::uuid", ticket, key);
        }
        desk.acmeUser.postWithKey(key, Desk.TICKETS, Desk.problem()).expect(201);
    }

    @Test
    void somebody_made_administrator_by_hand_or_given_a_password_is_not_let_in() {
        var account = Desk.accountOf(desk.support);
        for (var column : List.of("role", "password_hash")) {
            var before = database.sql("SELECT " + column + " FROM credential WHERE account_id = ?")
                    .param(account)
                    .query(String.class)
                    .single();
            var forged = column.equals("role")
                    ? "ADMIN"
                    : database.sql("SELECT password_hash FROM credential WHERE username = 'admin'")
                            .query(String.class)
                            .single();
            sql("UPDATE credential SET " + column + " = ? WHERE account_id = ?", forged, account);
            try {
                signIn("support").expect(401);
                assertThat(findings().get(0))
                        .contains("The row " + account + " of the table credential was not written");
            } finally {
                sql("UPDATE credential SET " + column + " = ? WHERE account_id = ?", before, account);
            }
            signIn("support").expect(200);
        }
    }

    private Answer signIn(String username) {
        return desk.nobody.post(
                "/api/v1/auth/token", Map.of("username", username, "password", RunningCallout.PASSWORD));
    }

    @Test
    void registers_that_were_changed_are_named_row_by_row() {
        var ticket = desk.raise(desk.acmeUser).id();
        var attached = desk.acmeUser
                .attach(
                        UUID.randomUUID().toString(),
                        Desk.TICKETS + "/" + ticket + "/attachments",
                        "note.txt",
                        "text/plain",
                        "noise".getBytes(StandardCharsets.UTF_8),
                        false)
                .expect(201);
        var file = database.sql("SELECT attachment_id FROM attachment WHERE ticket_id = ?")
                .param(ticket)
                .query(String.class)
                .single();
        assertThat(attached.text()).contains(file);
        var other = desk.raise(desk.acmeUser).id();
        var account = Desk.accountOf(desk.acmeUser);

        names("account_register", "role", "'ADMIN'", "account_id", account);
        names("ticket_register", "customer_id", "'CUS-other'", "ticket_id", ticket);
        names("attachment", "ticket_id", "'" + other + "'", "attachment_id", file);
        assertThat(findings()).isEmpty();
    }

    private void names(String table, String column, String value, String key, String id) {
        var before = database.sql("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?")
                .param(id)
                .query(String.class)
                .single();
        sql("UPDATE " + table + " SET " + column + " = " + value + " WHERE " + key + " = ?", id);
        try {
            assertThat(findings())
                    .first()
                    .asString()
                    .contains("The row " + id + " of the table " + table + " has ", "; the events say ", before);
        } finally {
            sql("UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?", before, id);
        }
    }

    @Test
    void a_sign_in_given_to_another_account_by_hand_lets_nobody_in() {
        var token = signIn("technician").expect(200).text("accessToken");
        var hash = database.sql("SELECT access_hash FROM sign_in WHERE account_id = ? ORDER BY created_at DESC LIMIT 1")
                .param(Desk.accountOf(desk.technician))
                .query(byte[].class)
                .single();
        sql("UPDATE sign_in SET account_id = ? WHERE access_hash = ?", Desk.accountOf(desk.admin), hash);
        try {
            desk.nobody
                    .with("Authorization", "Bearer " + token)
                    .get("/api/v1/auth/me")
                    .expect(401);
            assertThat(findings()).singleElement().asString().contains("of the table sign_in was not written");
        } finally {
            sql("DELETE FROM sign_in WHERE access_hash = ?", hash);
        }
    }
}
