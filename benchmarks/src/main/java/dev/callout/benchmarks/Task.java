package dev.callout.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** What one client does over and over. */
interface Task extends AutoCloseable {

    void once() throws Exception;

    @Override
    default void close() throws IOException, SQLException {}

    /** Makes each client its own, with a connection of its own. */
    interface Maker {

        Task make() throws Exception;
    }
}
