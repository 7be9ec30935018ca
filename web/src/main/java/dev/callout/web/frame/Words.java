package dev.callout.web.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says values in words that fit on a screen. */
public final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code PENDING_CUSTOMER} becomes "Pending customer". */
    public static String of(Enum<?> value) {
        var words = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The largest unit alone, since nobody plans a day by the second: "3 d", "5 h", "12 min". */
    public static String of(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return Math.max(0, age.toMinutes()) + " min";
    }

    /** Hours are not made into days: a day of work is none of 24 hours. "4 h", "2 h 30 min", "27 min". */
    public static String hours(Duration time) {
        var minutes = time.toMinutesPart() + " min";
        if (time.toHours() == 0) {
            return minutes;
        }
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + minutes);
    }

    public static String day(Instant moment) {
        return DAY.format(moment);
    }
}
