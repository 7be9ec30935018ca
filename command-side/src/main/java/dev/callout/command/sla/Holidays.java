package dev.callout.command.sla;

import static de.focus_shift.jollyday.core.HolidayType.PUBLIC_HOLIDAY;
import static java.util.stream.Collectors.toCollection;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import dev.callout.api.sla.SpecialDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The public holidays of countries and their regions, as the library of today knows them. What is published with a
 * calendar stays as it is (docs/adr/0030).
 *
 * <p>Countries go by their code of ISO 3166, and regions by theirs: ZH of CH, BY of DE. A region within a region is
 * written after it, with a slash: BY/AG. Upper and lower case are the same.
 */
@Component
class Holidays {

    static final int YEARS_BACK = 10;
    static final int YEARS_AHEAD = 20;

    private final SortedSet<String> countries = Stream.of(HolidayCalendar.values())
            .map(HolidayCalendar::getId)
            .filter(id -> id.length() == 2) // the others are stock exchanges
            .collect(toCollection(TreeSet::new));

    /** The codes of all countries that are known, also of a few islands on which nobody lives to keep a holiday. */
    SortedSet<String> countries() {
        return countries;
    }

    /** The codes of all regions of a country that have holidays of their own; those within others after a slash. */
    SortedSet<String> regions(String country) {
        var regions = new TreeSet<String>();
        if (countries.contains(upper(country))) {
            ask(country, calendar -> addRegions("", calendar.getCalendarHierarchy(), regions));
        }
        return regions;
    }

    /** Whether it knows a country, and a region of it unless that is null. */
    boolean know(String country, String region) {
        return countries.contains(upper(country))
                && (region == null || regions(country).contains(upper(region)));
    }

    /** What a calendar that is published in a year carries: the holidays of ten years back to twenty ahead, by date. */
    List<SpecialDay> around(int year, String country, String region) {
        return between(
                LocalDate.of(year - YEARS_BACK, 1, 1), LocalDate.of(year + YEARS_AHEAD, 12, 31), country, region);
    }

    /**
     * The days in order, closed, and each once: of two holidays that fall on one day both are named.
     *
     * @param region null for what the whole country keeps
     */
    List<SpecialDay> between(LocalDate first, LocalDate last, String country, String region) {
        if (!know(country, region)) {
            throw new IllegalArgumentException("No holidays are known of " + country + ", " + region + ".");
        }
        var path =
                region == null ? new String[0] : region.toLowerCase(Locale.ROOT).split("/");
        var names = new TreeMap<LocalDate, SortedSet<String>>();
        ask(
                country,
                calendar -> calendar.getHolidays(first, last, PUBLIC_HOLIDAY, path)
                        .forEach(holiday -> names.computeIfAbsent(holiday.getDate(), date -> new TreeSet<>())
                                .add(name(holiday))));
        return names.entrySet().stream()
                .map(day -> new SpecialDay(day.getKey(), String.join(", ", day.getValue()), true, List.of()))
                .toList();
    }

    /**
     * One question at a time, and by our class loader: the library finds its parts by that of the thread, which need
     * not know them, and never looks again when it found none.
     */
    private static synchronized void ask(String country, Consumer<HolidayManager> question) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Holidays.class.getClassLoader());
        try {
            question.accept(HolidayManager.getInstance(ManagerParameters.create(country)));
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** In English, which is the root of its languages, on every machine. */
    private static String name(Holiday holiday) {
        var name = holiday.getDescription(Locale.ROOT);
        return name.equals(ResourceUtil.UNDEFINED) ? "Public holiday" : name;
    }

    private static void addRegions(String prefix, CalendarHierarchy within, SortedSet<String> regions) {
        within.getChildren().forEach((id, region) -> {
            regions.add(prefix + upper(id));
            addRegions(prefix + upper(id) + "/", region, regions);
        });
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
