package dev.callout.api.sla;

import dev.callout.api.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a draft, and tells the first of it: whoever repairs that can ask for more. */
final class FlawList {

    static final String REQUIRED = "REQUIRED";
    static final String OUT_OF_RANGE = "OUT_OF_RANGE";

    private static final int MANY = 20;
    private static final int LONGEST_NAME = 100;

    private final List<Flaw> found = new ArrayList<>();

    void flawIf(boolean wrong, String field, String code, String message) {
        if (wrong) {
            found.add(new Flaw(field, code, message));
        }
    }

    boolean given(String field, Object value) {
        flawIf(value == null, field, REQUIRED, "must be given");
        return value != null;
    }

    void name(String field, String name) {
        flawIf(name == null || name.isBlank(), field, REQUIRED, "must be given");
        flawIf(
                name != null && name.length() > LONGEST_NAME,
                field,
                OUT_OF_RANGE,
                "has at most " + LONGEST_NAME + " characters");
        flawIf(name != null && !name.matches(OneLine.PATTERN), field, "ONE_LINE", OneLine.MESSAGE);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The sentences so far. */
    List<String> messages() {
        return found.stream().map(Flaw::message).toList();
    }

    List<Flaw> first() {
        return List.copyOf(found.subList(0, Math.min(found.size(), MANY)));
    }
}
