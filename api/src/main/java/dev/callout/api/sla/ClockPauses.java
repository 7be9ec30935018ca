package dev.callout.api.sla;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** What makes a clock stand still. */
public record ClockPauses(SlaClock clock, Set<PauseReason> reasons) {

    private static final Comparator<PauseReason> ORDER = nullsFirst(naturalOrder());

    /** Always in the same order: what is equal reads alike, in every process. */
    public ClockPauses {
        reasons = reasons == null ? null : ordered(reasons);
    }

    private static Set<PauseReason> ordered(Set<PauseReason> reasons) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(reasons.stream().sorted(ORDER).toList()));
    }
}
