package dev.callout.platform.audit;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives rows their keyed hashes, and tells which rows the product wrote itself. */
@Component
public class KeyedRows implements FromBefore {

    private static final Logger log = LoggerFactory.getLogger(KeyedRows.class);

    private static final int AT_A_TIME = 1_000;

    private final JdbcClient db;
    private final KeyedHash keyed;

    KeyedRows(JdbcClient db, KeyedHash keyed) {
        this.db = db;
        this.keyed = keyed;
    }

    private record Row(String key, String content, byte[] keyedHash) {}

    public byte[] hash(KeyedTable table, String content) {
        return keyed.of(canonical(table, content));
    }

    private static Canonical canonical(KeyedTable table, String content) {
        return new Canonical("callout-row-1").text(table.table()).text(content);
    }

    /** After a row was written, in the same transaction. */
    public void close(KeyedTable table, String key) {
        rows(table, table.hasKey(), key).forEach(row -> write(table, row));
    }

    /** Whether the product wrote this row as it is; without a row there is nothing to object to. */
    public boolean isOurs(KeyedTable table, String key) {
        return rows(table, table.hasKey(), key).stream().allMatch(row -> isOurs(table, row));
    }

    /** The same for a row that was read already, with {@link KeyedTable#content()} and {@code keyed_hash}. */
    public boolean isOurs(KeyedTable table, String key, String content, byte[] keyedHash) {
        return isOurs(table, new Row(key, content, keyedHash));
    }

    private boolean isOurs(KeyedTable table, Row row) {
        var ours = row.content() == null || keyed.fits(row.keyedHash(), canonical(table, row.content()));
        if (!ours) {
            log.error(
                    "The row {} of the table {} was written by somebody else and is not used",
                    row.key(),
                    table.table());
        }
        return ours;
    }

    @Override
    public String name() {
        return "rows";
    }

    /** Rows from before there were keyed hashes. */
    @Override
    public void takeOver() {
        for (var table : tables()) {
            var without = "keyed_hash IS NULL AND " + table.content() + " IS NOT NULL LIMIT " + AT_A_TIME;
            for (var some = rows(table, without); !some.isEmpty(); some = rows(table, without)) {
                some.forEach(row -> write(table, row));
            }
        }
    }

    private void write(KeyedTable table, Row row) {
        if (row.content() != null) {
            db.sql("UPDATE " + table.table() + " SET keyed_hash = ? WHERE " + table.hasKey())
                    .params(hash(table, row.content()), row.key())
                    .update();
        }
    }

    /** What somebody else wrote. */
    public List<Finding> changed() {
        var findings = new ArrayList<Finding>();
        for (var table : tables()) {
            db.sql(select(table, "true")).withFetchSize(AT_A_TIME).query(row -> {
                if (!isOurs(table, row(row, 0))) {
                    findings.add(finding(table, row.getString("key")));
                }
            });
        }
        return findings;
    }

    private static Finding finding(KeyedTable table, String key) {
        return Finding.of(
                table == KeyedTable.COMMAND_RECEIPT ? Kind.RECEIPT_CHANGED : Kind.REGISTER_DIFFERS,
                "The row %s of the table %s was not written by this product: its keyed hash does not fit."
                        .formatted(key, table.table()));
    }

    /** A process of one role may come before the tables of the other. */
    private List<KeyedTable> tables() {
        return Arrays.stream(KeyedTable.values())
                .filter(table -> db.sql("SELECT to_regclass(?) IS NOT NULL")
                        .param(table.table())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<Row> rows(KeyedTable table, String which, Object... params) {
        return db.sql(select(table, which)).params(params).query(KeyedRows::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("key"), row.getString("content"), row.getBytes("keyed_hash"));
    }

    private static String select(KeyedTable table, String which) {
        return "SELECT " + table.key() + " AS key, " + table.content() + " AS content, keyed_hash FROM " + table.table()
                + " WHERE " + which;
    }
}
