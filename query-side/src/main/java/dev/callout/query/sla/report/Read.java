package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaCourse;
import dev.callout.query.sla.tracking.TrackedTicket;
import java.util.List;
import java.util.Map;

/**
 * A ticket, what happened to it, and how its clocks read.
 *
 * @param penalties what is owed for it, by currency
 */
record Read(TrackedTicket ticket, SlaCourse course, List<ClockReading> clocks, Map<String, Long> penalties) {}
