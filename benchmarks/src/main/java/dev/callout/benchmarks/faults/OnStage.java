package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.LostCommands;
import dev.callout.benchmarks.stage.Stage;
import java.util.function.Consumer;

/** A fault that needs nothing but one product with some tickets in it. */
interface OnStage extends Scenario {

    /** To one that runs already, and runs again afterwards. */
    String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception;

    @Override
    default String happen(Place place, int times, Consumer<String> progress) throws Exception {
        try (var stage = new Stage(place.recipe())) {
            stage.writeStories();
            try {
                return happenTo(stage, times, progress);
            } catch (LostCommands | BrokenPromise e) {
                progress.accept("what the product wrote is in " + stage.keepLog());
                throw e instanceof BrokenPromise broken ? broken : new BrokenPromise(e.getMessage());
            }
        }
    }
}
