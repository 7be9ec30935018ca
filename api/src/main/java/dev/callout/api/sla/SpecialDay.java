package dev.callout.api.sla;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is unlike its weekday.
 *
 * @param holiday whether it is shown as a holiday
 * @param hours when it is open all the same; empty when closed
 */
public record SpecialDay(LocalDate date, String name, boolean holiday, List<OpenHours> hours) {}
