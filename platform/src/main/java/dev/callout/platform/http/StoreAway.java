package dev.callout.platform.http;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a database or Axon Server that is away, starting, stopping or full from one that refuses what we ask. */
public final class StoreAway {

    private static final Set<Status.Code> AWAY =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.CANCELLED, Status.Code.DEADLINE_EXCEEDED);

    private StoreAway() {}

    public static boolean isMeantBy(Throwable link) {
        return link instanceof CannotGetJdbcConnectionException
                || link instanceof DataAccessResourceFailureException
                || link instanceof SQLTransientConnectionException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof SQLRecoverableException
                || isOfAxonServer(link)
                || (link instanceof SQLException refused && isConnectionState(refused.getSQLState()));
    }

    /** The server itself, the way to it, or the node behind it that would have answered. */
    private static boolean isOfAxonServer(Throwable link) {
        return link instanceof AxonServerException
                || link instanceof AxonServerCommandDispatchException
                || link instanceof AxonServerQueryDispatchException
                || link instanceof NoHandlerForCommandException
                || link instanceof NoHandlerForQueryException
                || link instanceof StatusRuntimeException lost
                        && AWAY.contains(lost.getStatus().getCode());
    }

    /** PostgreSQL: 08 connection lost, 57P shutdown or starting up, 53300 too many connections. */
    private static boolean isConnectionState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
