package dev.callout.command.sla;

import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.platform.http.ProblemException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Spells out the holidays of the country and region that a calendar names. */
@Component
class NamedHolidays {

    /** All whose holidays can be named. */
    record Regions(List<Country> items) {}

    record Country(String country, String name, SortedSet<String> regions) {}

    private final Holidays holidays;
    private final Clock clock;
    private final SingletonSupplier<Regions> regions = SingletonSupplier.of(this::everywhere);

    NamedHolidays(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    boolean areKnown(WorkCalendarDraft draft) {
        return draft.holidayCountry() == null || holidays.know(draft.holidayCountry(), draft.holidayRegion());
    }

    List<SpecialDay> of(WorkCalendarDraft draft) {
        if (!areKnown(draft)) {
            var country = holidays.know(draft.holidayCountry(), null);
            throw ProblemException.invalid(
                    country ? "holidayRegion" : "holidayCountry",
                    "UNKNOWN_HOLIDAYS",
                    "names nobody whose holidays are known; holiday-regions lists those");
        }
        var year = clock.instant().atZone(ZoneId.of(draft.zone())).getYear();
        return draft.holidayCountry() == null
                ? List.of()
                : holidays.around(year, draft.holidayCountry(), draft.holidayRegion());
    }

    Regions regions() {
        return regions.get();
    }

    private Regions everywhere() {
        return new Regions(holidays.countries().stream()
                .map(code -> new Country(code, name(code), holidays.regions(code)))
                .toList());
    }

    private static String name(String country) {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
    }
}
