package dev.callout.api.usage;

import java.util.List;

/** How much of what is limited is used: of each kind the twenty that use most. */
public record UsageReport(List<Kind> kinds) {

    /**
     * One thing that is limited.
     *
     * @param limit what one of them may use
     */
    public record Kind(String name, String unit, long limit, List<Line> lines) {}

    /** What one of them uses. */
    public record Line(String id, String name, long used) {}
}
