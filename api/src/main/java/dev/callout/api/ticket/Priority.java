package dev.callout.api.ticket;

import java.time.Duration;

/** How much a ticket matters, with the service company's standard promise for it. */
public enum Priority {
    LOW(Duration.ofHours(24), "5 business days", Duration.ofHours(24), Surcharge.NONE),
    MEDIUM(Duration.ofHours(8), "2 business days", Duration.ofHours(24), Surcharge.NONE),
    HIGH(Duration.ofHours(2), "8 business hours", Duration.ofHours(8), Surcharge.POSSIBLE),
    URGENT(Duration.ofMinutes(30), "4 business hours", Duration.ofHours(2), Surcharge.RUSH);

    /** What a priority does to the price. */
    public enum Surcharge {
        NONE,
        POSSIBLE,
        RUSH
    }

    private final Duration respondWithin;
    private final String resolveWithin;
    private final Duration arriveWithin;
    private final Surcharge surcharge;

    Priority(Duration respondWithin, String resolveWithin, Duration arriveWithin, Surcharge surcharge) {
        this.respondWithin = respondWithin;
        this.resolveWithin = resolveWithin;
        this.arriveWithin = arriveWithin;
        this.surcharge = surcharge;
    }

    /** Business time until a person answers. */
    public Duration respondWithin() {
        return respondWithin;
    }

    /** Until the problem is solved, in words. */
    public String resolveWithin() {
        return resolveWithin;
    }

    /** Elapsed time until a technician is on site, where one has to come. */
    public Duration arriveWithin() {
        return arriveWithin;
    }

    public Surcharge surcharge() {
        return surcharge;
    }

    /** What the customer's word "standard" means: a wish is low, anything else is medium. */
    public static Priority standardFor(TicketType type) {
        return type == TicketType.FEATURE_REQUEST ? LOW : MEDIUM;
    }
}
