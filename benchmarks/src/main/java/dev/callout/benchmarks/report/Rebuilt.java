package dev.callout.benchmarks.report;

import dev.callout.benchmarks.store.Stream.Pass;
import java.util.List;

/**
 * How fast the views were computed from so many events.
 *
 * @param read the same events read one after the other by plain JDBC
 * @param copied the same events streamed into a table
 * @param caughtUp all living views with the events that were new to them
 * @param views each view alone
 * @param together all views at the same time
 */
public record Rebuilt(long events, Pass read, Pass copied, Pass caughtUp, List<View> views, Pass together) {

    /** One view, computed anew while nothing else was. */
    public record View(String name, Pass pass) {}
}
