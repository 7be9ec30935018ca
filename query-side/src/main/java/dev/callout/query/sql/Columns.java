package dev.callout.query.sql;

import dev.callout.api.identity.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the columns that every view has. */
public final class Columns {

    private Columns() {}

    public static Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** Somebody's id and name; null where there is no id. */
    public static Named named(ResultSet row, String idColumn, String nameColumn) throws SQLException {
        var id = row.getString(idColumn);
        return id == null ? null : new Named(id, row.getString(nameColumn));
    }
}
