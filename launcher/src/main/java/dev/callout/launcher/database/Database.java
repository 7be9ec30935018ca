package dev.callout.launcher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A PostgreSQL that answers, and how to sign in to it. */
public record Database(String url, String user, String password) {

    private static final Duration SIGN_IN = Duration.ofSeconds(15);
    private static final Duration QUESTION = Duration.ofMinutes(1);
    private static final Duration WORK = Duration.ofMinutes(30);

    /** For what is quickly done: a PostgreSQL that says nothing for a minute counts as lost. */
    public Connection connect() throws SQLException {
        return connect(QUESTION);
    }

    /** For statements that go through all there is. */
    public Connection connectForWork() throws SQLException {
        return connect(WORK);
    }

    private Connection connect(Duration silence) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Long.toString(SIGN_IN.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(SIGN_IN.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return url; // the password stays out of logs
    }
}
