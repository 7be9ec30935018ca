package dev.callout.platform.privacy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and adds keys over a few connections of its own, outside of any transaction. A new key is there before the first
 * event that needs it, wherever events are kept; and whoever holds a connection already doesn't wait for a second one.
 */
@Component
class KeyTable implements DisposableBean {

    private static final int CONNECTIONS = 3;

    private final DataSource source;
    private final JdbcClient database;

    /** A person's row; no key means that it was destroyed. */
    record Row(byte[] wrappedKey) {}

    /** Waits for the tables, like everything that asks for {@code migrated}. */
    KeyTable(DataSource shared, JdbcClient migrated) throws SQLException {
        source = shared.isWrapperFor(HikariDataSource.class) ? own(shared.unwrap(HikariDataSource.class)) : shared;
        database = source == shared ? migrated : JdbcClient.create(source);
    }

    private static HikariDataSource own(HikariDataSource shared) {
        var config = new HikariConfig();
        shared.copyStateTo(config);
        config.setPoolName("person-keys");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    Optional<Row> find(String personId) {
        return database.sql("SELECT wrapped_key FROM person_key WHERE person_id = ?")
                .param(personId)
                .query((row, n) -> new Row(row.getBytes("wrapped_key")))
                .optional();
    }

    /** Adds a key unless another node was faster, and gives back the one that counts. */
    Optional<Row> add(String personId, byte[] wrappedKey) {
        database.sql("INSERT INTO person_key (person_id, wrapped_key) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(personId, wrappedKey)
                .update();
        return find(personId);
    }

    @Override
    public void destroy() {
        if (source instanceof HikariDataSource own && own.getPoolName().equals("person-keys")) {
            own.close();
        }
    }
}
