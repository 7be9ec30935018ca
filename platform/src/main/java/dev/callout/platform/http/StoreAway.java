package dev.callout.platform.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a database that is away, starting, stopping or full from one that refuses what we ask. */
final class StoreAway {

    private StoreAway() {}

    static boolean isMeantBy(Throwable link) {
        return link instanceof CannotGetJdbcConnectionException
                || link instanceof DataAccessResourceFailureException
                || link instanceof SQLTransientConnectionException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof SQLRecoverableException
                || (link instanceof SQLException refused && isConnectionState(refused.getSQLState()));
    }

    /** PostgreSQL: 08 connection lost, 57P shutdown or starting up, 53300 too many connections. */
    private static boolean isConnectionState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
