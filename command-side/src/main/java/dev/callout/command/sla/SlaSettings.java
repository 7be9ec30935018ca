package dev.callout.command.sla;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the company has settled about its promises, before anybody publishes one.
 *
 * @param zone whose wall clock the first calendars go by
 * @param holidays whose holidays are free in the first calendar, such as CH or CH-ZH; empty for nobody's
 * @param plans the words for what customers may agree on
 */
@ConfigurationProperties("callout.sla")
record SlaSettings(
        @DefaultValue("Europe/Berlin") ZoneId zone,
        @DefaultValue("") String holidays,
        @DefaultValue({"Premium", "Standard", "Economy"}) List<String> plans) {

    String holidayCountry() {
        return holidays.isBlank() ? null : holidays.split("-", 2)[0];
    }

    String holidayRegion() {
        return holidays.contains("-") ? holidays.split("-", 2)[1] : null;
    }
}
