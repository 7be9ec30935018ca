package dev.callout.platform.http;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.axoniq.axonserver.connector.impl.StreamUnexpectedlyCompletedException;
import io.grpc.Status;
import io.grpc.StatusException;
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

    /** What Axon Server answers when it is there, and what was asked is at fault. */
    private static final Set<ErrorCategory> NOT_AWAY = Set.of(
            ErrorCategory.AUTHENTICATION_TOKEN_MISSING,
            ErrorCategory.AUTHENTICATION_INVALID_TOKEN,
            ErrorCategory.UNSUPPORTED_INSTRUCTION,
            ErrorCategory.INVALID_EVENT_SEQUENCE,
            ErrorCategory.EVENT_PAYLOAD_TOO_LARGE,
            ErrorCategory.GRPC_MESSAGE_TOO_LARGE,
            ErrorCategory.COMMAND_EXECUTION_ERROR,
            ErrorCategory.QUERY_EXECUTION_ERROR,
            ErrorCategory.CONCURRENCY_EXCEPTION,
            ErrorCategory.VALIDATION_FAILED);

    private static final int DEEPEST = 20;
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57P", "58");
    private static final Set<String> ENDED_FOR_TAKING_LONG = Set.of("25P03", "25P04", "57014");

    private StoreAway() {}

    public static boolean isMeantBy(Throwable link) {
        return link instanceof CannotGetJdbcConnectionException
                || link instanceof DataAccessResourceFailureException
                || link instanceof SQLTransientConnectionException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof SQLRecoverableException
                || isOfAxonServer(link)
                || (link instanceof SQLException refused
                        && (isNoFaultOfOurs(refused.getSQLState()) || isLostBefore(refused)));
    }

    /** Whether it is what something else failed for. */
    public static boolean isBehind(Throwable failure) {
        var link = failure;
        for (var depth = 0; link != null && depth < DEEPEST; depth++) {
            if (isMeantBy(link)) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    /** What the pool says, without any state, to whoever goes on in a transaction that has lost its connection. */
    private static boolean isLostBefore(SQLException refused) {
        return refused.getSQLState() == null && "Connection is closed".equals(refused.getMessage());
    }

    /** The server itself, the way to it, or the node behind it that would have answered. */
    private static boolean isOfAxonServer(Throwable link) {
        return link instanceof AxonServerException
                || link instanceof AxonServerCommandDispatchException
                || link instanceof AxonServerQueryDispatchException
                || link instanceof NoHandlerForCommandException
                || link instanceof NoHandlerForQueryException
                || link instanceof StreamClosedException
                || link instanceof StreamTimeoutException
                || link instanceof StreamUnexpectedlyCompletedException
                || link instanceof io.axoniq.axonserver.connector.AxonServerException ofTheConnector
                        && !NOT_AWAY.contains(ofTheConnector.getErrorCategory())
                || link instanceof StatusRuntimeException lost
                        && AWAY.contains(lost.getStatus().getCode())
                || link instanceof StatusException lost
                        && AWAY.contains(lost.getStatus().getCode());
    }

    /**
     * PostgreSQL: 08 connection lost, 53 disk, memory or connections used up, 57P shutdown or starting up, 58 the machine
     * under it; and a transaction that it ended because it was held up for too long, as by a pause of this process.
     */
    private static boolean isNoFaultOfOurs(String state) {
        return state != null
                && (AWAY_CLASSES.stream().anyMatch(state::startsWith) || ENDED_FOR_TAKING_LONG.contains(state));
    }
}
