package dev.callout.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that shows what a test says, and else the time. */
@TestComponent
@Primary
public class SetClock extends Clock {

    private volatile Instant shown;

    public void show(Instant time) {
        shown = time;
    }

    @Override
    public Instant instant() {
        var set = shown;
        return set == null ? Clock.systemUTC().instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
