package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.product.Product;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Something that befalls servers, and what must be true afterwards. */
public interface Scenario {

    /** As the list of faults calls it. */
    String id();

    /** What happens, and what must hold. */
    String claim();

    /** How often it is tried unless somebody says. */
    int times();

    /**
     * Makes it happen so many times.
     *
     * @return what was seen, in one line
     * @throws BrokenPromise when the claim does not hold
     */
    String happen(Place place, int times, Consumer<String> progress) throws Exception;

    /** The sources that the product is built from, and how it is started. */
    record Place(Path checkout, Product.Recipe recipe) {}

    /** Thrown with what was seen instead of what is promised. */
    final class BrokenPromise extends Exception {

        private static final long serialVersionUID = 1;

        public BrokenPromise(String seen) {
            super(seen);
        }
    }
}
