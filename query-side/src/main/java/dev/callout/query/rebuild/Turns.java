package dev.callout.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets one node at a time work on the rebuild of a view: for as long as it lives, as its connection tells. */
@Component
class Turns {

    private static final String KEY = "(hashtext('callout rebuild'), hashtext(?))";

    private final DataSource source;

    Turns(DataSource source) {
        this.source = source;
    }

    /** The turn, unless another node has it. */
    Optional<Turn> take(String projection) {
        try {
            var connection = source.getConnection();
            var turn = new Turn(projection, connection);
            if (ask("SELECT pg_try_advisory_lock" + KEY, connection, projection)) {
                return Optional.of(turn);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not ask whose turn it is to rebuild " + projection, e);
        }
    }

    private static boolean ask(String sql, Connection connection, String projection) throws SQLException {
        try (var question = connection.prepareStatement(sql)) {
            question.setString(1, projection);
            try (var answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Held until it is closed, or its node dies. */
    record Turn(String projection, Connection connection) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                ask("SELECT pg_advisory_unlock" + KEY, connection, projection);
            } catch (SQLException lost) {
                // and with the connection the lock
            }
        }
    }
}
