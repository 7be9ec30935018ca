package dev.callout.platform.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/**
 * A table's rows as text, in the order of its key: the same rows give the same bytes, whatever the machine's time zone
 * and the database's way to sort. Wants a transaction.
 */
public final class TableText {

    /** How many rows there were, and the SHA-256 of their text. */
    public record Fingerprint(long rows, String sha256) {}

    private static final String ONE_WAY_TO_WRITE = "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO';"
            + " SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1";

    /** A table without a key is sorted by all it has. Text is sorted by its bytes, which most databases do by themselves. */
    private static final String KEY = """
            SELECT coalesce(string_agg(quote_ident(attname)
                    || CASE WHEN attcollation = 100 AND NOT sorts_by_bytes THEN ' COLLATE "C"' ELSE '' END,
                    ', ' ORDER BY array_position(indkey::int2[], attnum)), 'whole::text COLLATE "C"')
            FROM (SELECT datlocprovider = 'b' OR (datlocprovider = 'c' AND datcollate IN ('C', 'POSIX')) AS sorts_by_bytes
                  FROM pg_database WHERE datname = current_database()) AS this_database,
                pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
            WHERE indrelid = ?::regclass AND indisprimary""";

    private static final String COLUMNS = """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''""";

    private TableText() {}

    public static Fingerprint fingerprint(Connection connection, String table) throws SQLException, IOException {
        return write(connection, table, OutputStream.nullOutputStream());
    }

    public static Fingerprint write(Connection connection, String table, OutputStream out)
            throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(ONE_WAY_TO_WRITE);
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var hash = new DigestOutputStream(out, sha256());
        var rows = copy.copyOut(
                "COPY (SELECT " + columns(connection, table) + " FROM " + table + " AS whole ORDER BY "
                        + ask(connection, KEY, table) + ") TO STDOUT",
                hash);
        return new Fingerprint(
                rows, HexFormat.of().formatHex(hash.getMessageDigest().digest()));
    }

    /** Those that are stored, in the order of the text; what is computed from others is computed again. */
    public static String columns(Connection connection, String table) throws SQLException {
        return ask(connection, COLUMNS, table);
    }

    private static String ask(Connection connection, String question, String table) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, table);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
