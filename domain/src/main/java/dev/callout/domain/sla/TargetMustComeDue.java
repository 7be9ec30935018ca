package dev.callout.domain.sla;

import static dev.callout.api.CommandRefused.refuseWhen;

import dev.callout.api.RefusalCode;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.WorkCalendar;
import java.time.Instant;
import java.util.Locale;

/** Nothing is promised by hours that are so few that the time would not be used up within ten years. */
final class TargetMustComeDue {

    private TargetMustComeDue() {}

    /** @param what the target, and whose it is */
    static void refuseUnless(SlaTarget target, String what, WorkCalendar calendar, Instant now, RefusalCode code) {
        refuseWhen(
                !target.comesDue(calendar, now),
                code,
                what + " would not come due within ten years: by the hours of " + calendar.calendarId() + ", "
                        + target.amount() + " " + words(target.unit()) + " take longer.");
    }

    private static String words(Enum<?> unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
