package dev.callout.command.sla;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is told by mail, and what is not.
 *
 * @param off the occasions on which nothing is sent
 */
@ConfigurationProperties("callout.notifications")
record Notifications(Set<Trigger> off) {

    /** An occasion to send mail. */
    enum Trigger {
        /** A promise will be broken soon. */
        SLA_WARNING,
        /** A promise is broken. */
        SLA_BREACH
    }

    Notifications {
        off = off == null ? Set.of() : Set.copyOf(off);
    }

    boolean areOn(Trigger trigger) {
        return !off.contains(trigger);
    }
}
