package dev.callout.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What one client does over and over. */
public interface Task extends AutoCloseable {

    void once() throws Exception;

    @Override
    default void close() throws IOException, SQLException {}

    /** Makes each client its own, with a connection of its own. */
    @FunctionalInterface
    interface Maker {

        Task make() throws Exception;
    }

    /** Does one after the other, as often as each is named; not every client begins with the same. */
    static Task inTurns(List<Task> tasks) {
        return new Task() {
            private int turn = ThreadLocalRandom.current().nextInt(tasks.size());

            @Override
            public void once() throws Exception {
                tasks.get(turn).once();
                turn = (turn + 1) % tasks.size();
            }

            @Override
            public void close() throws IOException, SQLException {
                for (var task : tasks) {
                    task.close();
                }
            }
        };
    }
}
