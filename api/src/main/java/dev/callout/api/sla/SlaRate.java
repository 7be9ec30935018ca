package dev.callout.api.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How often something was kept.
 *
 * @param percent of both, with one decimal; null where there is nothing to judge
 */
public record SlaRate(long met, long missed, BigDecimal percent) {

    public static SlaRate of(long met, long missed) {
        var all = BigDecimal.valueOf(met + missed);
        return new SlaRate(
                met,
                missed,
                all.signum() == 0 ? null : BigDecimal.valueOf(100 * met).divide(all, 1, RoundingMode.HALF_UP));
    }
}
