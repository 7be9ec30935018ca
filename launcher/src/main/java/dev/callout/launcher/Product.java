package dev.callout.launcher;

import dev.callout.Callout;
import java.util.Optional;

/** What this build of the product is called. */
public final class Product {

    private Product() {}

    /** Its version; empty when it runs from classes that were never packed. */
    public static Optional<String> version() {
        return Optional.ofNullable(Callout.class.getPackage().getImplementationVersion());
    }
}
