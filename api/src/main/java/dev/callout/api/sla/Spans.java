package dev.callout.api.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts stretches of time one after the other, and what is alike together. */
final class Spans {

    private final CalendarDays days;
    private final List<OpenSpan> spans = new ArrayList<>();
    private Instant told;

    Spans(CalendarDays days, Instant from) {
        this.days = days;
        told = from;
    }

    /** What is between the last one and this one is closed. */
    void open(Instant from, Instant until) {
        closedUntil(from);
        add(until, true, null);
    }

    List<OpenSpan> closedUntil(Instant until) {
        for (var day : days.specialDays(told, until)) {
            if (day.holiday()) {
                add(earlier(until, days.opening(day.date().atStartOfDay())), false, null);
                add(earlier(until, days.opening(day.date().plusDays(1).atStartOfDay())), false, day.name());
            }
        }
        add(until, false, null);
        return List.copyOf(spans);
    }

    private void add(Instant until, boolean open, String holiday) {
        if (!told.isBefore(until)) {
            return;
        }
        int last = spans.size() - 1;
        if (last >= 0
                && spans.get(last).open() == open
                && Objects.equals(spans.get(last).holiday(), holiday)) {
            spans.set(last, new OpenSpan(spans.get(last).from(), until, open, holiday));
        } else {
            spans.add(new OpenSpan(told, until, open, holiday));
        }
        told = until;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
