package dev.callout.benchmarks;

import dev.callout.benchmarks.product.Product;
import java.util.function.Consumer;

/** Something that befalls servers, and what must be true afterwards. */
interface Scenario {

    /** As the list of faults calls it. */
    String id();

    String claim();

    /** How often it is tried unless somebody says. */
    int times();

    /**
     * Makes it happen to a product so many times.
     *
     * @return what was seen, in one line
     * @throws BrokenPromise when the claim does not hold
     */
    String happen(Product.Recipe recipe, int times, Consumer<String> progress) throws Exception;

    /** Thrown with what was seen instead of what is promised. */
    final class BrokenPromise extends Exception {

        private static final long serialVersionUID = 1;

        BrokenPromise(String seen) {
            super(seen);
        }
    }
}
