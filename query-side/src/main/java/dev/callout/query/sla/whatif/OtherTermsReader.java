package dev.callout.query.sla.whatif;

import dev.callout.api.sla.Flaw;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.api.sla.TrySlaWhatIf.CalendarChange;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.query.Refused;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Makes terms to replay with out of drafts; refuses what could not be published either, and what is not there. */
@Component
class OtherTermsReader {

    private final SlaBook book;
    private final EventStore events;
    private final Clock clock;

    OtherTermsReader(SlaBook book, EventStore events, Clock clock) {
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    OtherTerms read(TrySlaWhatIf request) {
        var draft = policy(request);
        var calendars = new HashMap<String, WorkCalendar>();
        for (var change : request.calendars()) {
            if (calendars.put(change.calendarId(), calendar(change)) != null) {
                throw Refused.invalid("The calendar '" + change.calendarId() + "' is exchanged twice.");
            }
        }
        var newest = new HashMap<String, Integer>();
        if (draft != null) {
            OtherTerms.calendarIds(draft)
                    .forEach(id -> newest.put(id, published(id).version()));
        }
        var others = new OtherTerms(book, request.policyId(), draft, calendars, newest);
        refuseWhatNeverComesDue(others);
        return others;
    }

    private void refuseWhatNeverComesDue(OtherTerms others) {
        for (var target :
                others.draft() == null ? List.<SlaTarget>of() : others.draft().targets()) {
            var id = target.calendarId();
            if (id != null
                    && !target.comesDue(others.calendar(id, others.newest().get(id)), clock.instant())) {
                throw Refused.invalid(target.clock() + " for " + target.priority()
                        + " would not come due within ten years by the hours of " + id + ".");
            }
        }
    }

    private SlaPolicyDraft policy(TrySlaWhatIf request) {
        if (request.policyId() == null) {
            if (request.policy() != null) {
                throw Refused.invalid("'policyId' must say whose terms the draft takes the place of.");
            }
            return null;
        }
        var newest = newest(request.policyId(), SlaPolicyPublished.class)
                .orElseThrow(() -> Refused.invalid("There is no policy '" + request.policyId() + "'."));
        if (request.policy() == null) {
            return newest.draft();
        }
        refuse(request.policy().flaws());
        return request.policy();
    }

    private WorkCalendar calendar(CalendarChange change) {
        var newest = published(change.calendarId());
        var draft = change.draft();
        refuse(draft.flaws());
        return new WorkCalendarPublished(
                        change.calendarId(),
                        newest.version(),
                        draft.name(),
                        draft.zone(),
                        draft.week(),
                        draft.specialDays(),
                        draft.holidayCountry(),
                        draft.holidayRegion(),
                        holidays(draft, newest))
                .calendar();
    }

    /** Those of the calendar as it is. Whose they are is looked up when a calendar is published, and not here. */
    private static List<SpecialDay> holidays(WorkCalendarDraft draft, WorkCalendarPublished newest) {
        if (draft.holidayCountry() == null) {
            return List.of();
        }
        if (!draft.holidayCountry().equals(newest.holidayCountry())
                || !Objects.equals(draft.holidayRegion(), newest.holidayRegion())) {
            throw Refused.invalid(
                    "Holidays of another country or region can't be tried: name the days as special days instead.");
        }
        return newest.holidays();
    }

    private WorkCalendarPublished published(String calendarId) {
        return newest(calendarId, WorkCalendarPublished.class)
                .orElseThrow(() -> Refused.invalid("There is no calendar '" + calendarId + "'."));
    }

    private <E> Optional<E> newest(String id, Class<E> published) {
        return id == null
                ? Optional.empty()
                : events.readEvents(id)
                        .asStream()
                        .map(event -> event.getPayload())
                        .filter(published::isInstance)
                        .map(published::cast)
                        .reduce((earlier, later) -> later);
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw Refused.invalid(flaws.get(0).field() + " " + flaws.get(0).message() + ".");
        }
    }
}
