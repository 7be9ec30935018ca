package dev.callout.command.sla;

import dev.callout.api.sla.WorkCalendar;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Warns, at each start, of calendars that will know no holiday any more within a year. */
@Component
class HolidaysRunOut implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(HolidaysRunOut.class);

    private final SlaRegister register;
    private final Clock clock;

    HolidaysRunOut(SlaRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var calendar : register.calendars()) {
            if (isSoon(calendar, LocalDate.now(clock))) {
                log.warn(
                        "The calendar {} knows no holidays after {}: if there are any, publish its next version",
                        calendar.calendarId(),
                        calendar.holidaysUntil().orElseThrow());
            }
        }
    }

    static boolean isSoon(WorkCalendar calendar, LocalDate today) {
        return calendar.holidaysUntil()
                .filter(last -> last.isBefore(today.plusYears(1)))
                .isPresent();
    }
}
