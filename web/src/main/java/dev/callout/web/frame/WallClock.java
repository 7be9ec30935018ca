package dev.callout.web.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says moments by a wall clock and names its zone: that of the house, unless another one counts. */
@Component
public class WallClock {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    private final ZoneId house;

    public WallClock(@Value("${callout.sla.zone:Europe/Berlin}") ZoneId house) {
        this.house = house;
    }

    /** Mon 2 Mar 2026, 17:00:00 CET. */
    public String at(Instant moment) {
        return MOMENT.format(moment.atZone(house));
    }

    /** By the clock of a zone; null for that of the house. */
    public String at(Instant moment, String zone) {
        return MOMENT.format(moment.atZone(zone == null ? house : ZoneId.of(zone)));
    }
}
