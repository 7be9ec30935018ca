package dev.callout.api.sla;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount of money, with as many decimals as the currency has. */
public record SlaAmount(BigDecimal amount, String currency) {

    public static SlaAmount ofMinor(long amount, String currency) {
        var decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new SlaAmount(BigDecimal.valueOf(amount, decimals), currency);
    }
}
