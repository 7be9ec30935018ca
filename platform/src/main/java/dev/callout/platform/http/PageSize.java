package dev.callout.platform.http;

/** How many lines of a list one answer holds. */
public final class PageSize {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    private PageSize() {}

    /** What was asked for, the default when nothing was, or a problem. */
    public static int of(Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAX) {
            throw ProblemException.invalid("pageSize", "OUT_OF_RANGE", "must be between 1 and " + MAX);
        }
        return asked;
    }
}
