package dev.callout.query.sla.tracking;

import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaCertificate.Fact;
import dev.callout.api.sla.SlaInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says times, stretches of time and what began them as people do. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    static final String COUNTED = "counted";
    static final String LATE = "counted, too late";

    private Words() {}

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** Hours are not made into days: a day of work is none of 24 hours. */
    static String duration(Duration duration) {
        var whole = duration.abs();
        var parts = new ArrayList<String>();
        add(parts, whole.toHours(), "h");
        add(parts, whole.toMinutesPart(), "min");
        add(parts, whole.toSecondsPart(), "s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit);
        }
    }

    static String what(SlaInterval interval) {
        return switch (interval.kind()) {
            case COUNTED -> COUNTED;
            case OUTSIDE_HOURS -> "outside business hours";
            case HOLIDAY -> interval.holiday() == null ? "holiday" : "holiday: " + interval.holiday();
            case PAUSED ->
                interval.reasons().stream()
                        .sorted()
                        .map(Words::reason)
                        .collect(Collectors.joining(" and ", "paused: ", ""));
            case RESOLVED -> "solved, and not reopened yet";
        };
    }

    static String reason(PauseReason reason) {
        return switch (reason) {
            case PENDING_CUSTOMER -> "waiting for the customer";
            case PENDING_PARTS -> "waiting for parts";
            case CUSTOMER_DELAY -> "delay asked for by the customer";
        };
    }

    /** {@code WorkPaused} is "Work paused". */
    static String name(Fact fact) {
        var words = fact.event().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String event(Fact fact) {
        return "\"" + name(fact) + "\" (event " + fact.version() + ")";
    }

    /** One, two and three. */
    static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
