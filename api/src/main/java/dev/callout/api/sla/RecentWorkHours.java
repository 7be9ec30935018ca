package dev.callout.api.sla;

import java.util.LinkedHashMap;
import java.util.Map;

/** The calendars that were used last, with what was computed for each. */
final class RecentWorkHours {

    private final Map<Same, WorkHours> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final int atMost;

    RecentWorkHours(int atMost) {
        this.atMost = atMost;
    }

    synchronized WorkHours of(WorkCalendar calendar) {
        var hours = recent.computeIfAbsent(new Same(calendar), same -> new WorkHours(calendar));
        if (recent.size() > atMost) {
            var eldest = recent.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return hours;
    }

    /** By identity: to compare hundreds of holidays would take longer than to answer. */
    private record Same(WorkCalendar calendar) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.calendar == calendar;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(calendar);
        }
    }
}
