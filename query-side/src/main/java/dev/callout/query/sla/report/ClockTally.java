package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaDispute;
import dev.callout.api.sla.SlaRate;
import dev.callout.api.sla.SlaShare;

/** Counts how often one kind of promise was kept. */
public final class ClockTally {

    private long met;
    private long missed;
    private long missedByRetarget;
    private long running;
    private long nothingPromised;
    private long excused;
    private long disputed;

    /** One that goes on after a reopening and broke before counts there. */
    public void add(ClockReading clock) {
        if (clock.missedInEarlierCycle()) {
            return;
        }
        excused += clock.isExcused() ? 1 : 0;
        disputed += clock.dispute() == SlaDispute.PENDING ? 1 : 0;
        switch (clock.verdict()) {
            case MET -> met++;
            case MISSED -> {
                missed += clock.missedByRetarget() ? 0 : 1;
                missedByRetarget += clock.missedByRetarget() ? 1 : 0;
            }
            case RUNNING, PAUSED -> running++;
            case VOID -> nothingPromised++;
        }
    }

    public SlaShare share(SlaClock clock) {
        return new SlaShare(
                clock, SlaRate.of(met, missed), missedByRetarget, running, nothingPromised, excused, disputed);
    }
}
