package dev.callout.query.audit;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a comparison has found, in the order it was found; after some dozens, more would tell nothing new. */
final class Findings {

    private static final int ENOUGH = 50;

    private final List<Finding> found = new ArrayList<>();

    void add(Finding finding) {
        if (found.size() < ENOUGH) {
            found.add(finding);
        }
    }

    void unless(boolean sound, Kind kind, String message, Object... values) {
        if (!sound) {
            add(Finding.of(kind, message.formatted(values)));
        }
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
