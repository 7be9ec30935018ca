package dev.callout.api.ticket;

import java.util.Arrays;
import java.util.Optional;

/** In which order the board is shown; the keys are public. */
public enum BoardSort {
    NEWEST("-raisedAt"),
    OLDEST("raisedAt"),
    /** The most urgent first, and of these the oldest. */
    MOST_URGENT("priority"),
    LAST_ACTIVITY("-lastActivityAt"),
    NUMBER("number");

    private final String key;

    BoardSort(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<BoardSort> ofKey(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key.equals(key)).findFirst();
    }
}
