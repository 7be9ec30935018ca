package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.faults.Scenario.BrokenPromise;
import dev.callout.benchmarks.stage.Stage;
import java.util.HashSet;

/** Whether the views are what their events say: computed anew, while nobody works, they must be the same. */
final class TrueViews {

    private TrueViews() {}

    static void require(Stage stage) throws Exception {
        stage.views().settle();
        var living = stage.views().digests();
        stage.views().rebuild(new HashSet<>(stage.views().names()));
        var anew = stage.views().digests();
        anew.entrySet().removeIf(table -> table.getValue().equals(living.get(table.getKey())));
        if (!anew.isEmpty()) {
            throw new BrokenPromise("these tables were not what their events say: " + anew.keySet());
        }
    }
}
