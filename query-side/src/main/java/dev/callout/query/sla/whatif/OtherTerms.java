package dev.callout.query.sla.whatif;

import dev.callout.api.sla.CalendarVersion;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SlaTerms;
import dev.callout.api.sla.WorkCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The book with some pages exchanged: the terms of one policy, and some calendars. Everything else is as it was, and so
 * is what happened to the tickets.
 *
 * @param policyId null if policies stay
 * @param calendars those that are exchanged
 * @param newest the version to count by where a ticket had none of a calendar
 */
record OtherTerms(
        SlaBook book,
        String policyId,
        SlaPolicyDraft draft,
        Map<String, WorkCalendar> calendars,
        Map<String, Integer> newest)
        implements SlaBook {

    @Override
    public SlaPolicy policy(String id, int version) {
        return id.equals(policyId) ? draft.toPolicy(id, version) : book.policy(id, version);
    }

    @Override
    public WorkCalendar calendar(String id, int version) {
        var other = calendars.get(id);
        return other == null ? book.calendar(id, version) : other;
    }

    /** Whether a ticket may stand otherwise under these terms. */
    boolean concern(SlaCourse course) {
        return course.terms().stream()
                .anyMatch(terms -> terms.policyId().equals(policyId)
                        || terms.calendars().stream()
                                .anyMatch(calendar -> calendars.containsKey(calendar.calendarId())));
    }

    /** What happened, with a version for every calendar that the other policy names. */
    SlaCourse under(SlaCourse course) {
        return course.under(course.terms().stream()
                .map(terms -> terms.policyId().equals(policyId) ? complete(terms) : terms)
                .toList());
    }

    private SlaTerms complete(SlaTerms terms) {
        return new SlaTerms(
                terms.from(),
                terms.policyId(),
                terms.policyVersion(),
                calendarIds(draft).stream().map(id -> version(id, terms)).toList(),
                terms.priority(),
                terms.cause(),
                terms.changedBy(),
                terms.startedBy());
    }

    private CalendarVersion version(String id, SlaTerms terms) {
        return terms.calendars().stream()
                .filter(calendar -> calendar.calendarId().equals(id))
                .findFirst()
                .orElseGet(() -> new CalendarVersion(id, newest.get(id)));
    }

    static List<String> calendarIds(SlaPolicyDraft draft) {
        return draft.targets().stream()
                .map(SlaTarget::calendarId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
