package dev.callout.api.sla;

import java.time.DayOfWeek;
import java.util.List;

/** When a weekday is open. What begins on a day belongs to it, also past midnight. */
public record WeeklyHours(DayOfWeek day, List<OpenHours> hours) {}
