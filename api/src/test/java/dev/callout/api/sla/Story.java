package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Tells what happened to a ticket, in Berlin's time, and asks how its clocks stand. */
final class Story {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Instant startedAt;
    private final Shelf shelf;
    private final List<SlaCycle> cycles = new ArrayList<>();
    private final List<SlaPause> pauses = new ArrayList<>();
    private final List<SlaTerms> terms = new ArrayList<>();
    private final List<SlaBreach> breaches = new ArrayList<>();
    private Instant respondedAt;
    private Instant visitPromisedAt;
    private Instant arrivedAt;
    private SlaContact firstContact;
    private long version;

    private Story(Instant startedAt, Shelf shelf) {
        this.startedAt = startedAt;
        this.shelf = shelf;
        cycles.add(new SlaCycle(1, startedAt, null, null, event("TicketRaised"), null));
    }

    static Instant at(String berlin) {
        return LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
    }

    /** Under version 1 of the policy on the shelf. */
    static Story raised(String at, Priority priority, Shelf shelf) {
        return new Story(at(at), shelf).terms(at, 1, priority);
    }

    static Story raisedWithoutTerms(String at, Shelf shelf) {
        return new Story(at(at), shelf);
    }

    Story terms(String from, int policyVersion, Priority priority) {
        terms.add(new SlaTerms(
                at(from),
                Shelf.POLICY,
                policyVersion,
                List.of(new CalendarVersion(Shelf.CALENDAR, 1)),
                priority,
                terms.isEmpty() ? PromiseCause.RAISED : PromiseCause.PRIORITY_CHANGED,
                null,
                event("PromiseMade")));
        return this;
    }

    Story breached(SlaClock clock, int cycle, String at) {
        breaches.add(new SlaBreach(clock, cycle, at(at), false, event("SlaBreached"), null, null, null, null));
        return this;
    }

    Story disputed(String at) {
        breaches.replaceAll(breach -> breach.disputed(at(at), "ACC-tom"));
        return this;
    }

    Story decided(boolean accepted, String at) {
        breaches.replaceAll(breach -> breach.decided(accepted, at(at)));
        return this;
    }

    Story answered(String at) {
        respondedAt = at(at);
        return this;
    }

    Story visitPromised(String at) {
        visitPromisedAt = at(at);
        return this;
    }

    Story arrived(String at) {
        arrivedAt = at(at);
        return this;
    }

    Story waits(PauseReason reason, String from) {
        pauses.add(new SlaPause(reason, at(from), null, event("Waits"), null));
        return this;
    }

    Story waits(PauseReason reason, String from, String until) {
        pauses.add(new SlaPause(reason, at(from), at(until), event("Waits"), event("GoesOn")));
        return this;
    }

    /** Ends by itself. */
    Story delayed(String from, String until) {
        pauses.add(new SlaPause(PauseReason.CUSTOMER_DELAY, at(from), at(until), event("Waits"), null));
        return this;
    }

    Story mergedWithOneOf(String at) {
        firstContact = new SlaContact(at(at), event("DuplicateAbsorbed"));
        return this;
    }

    Story resolved(String at) {
        return end(at, CycleEnd.RESOLVED);
    }

    Story givenUp(String at) {
        return end(at, CycleEnd.GIVEN_UP);
    }

    Story reopened(String at) {
        cycles.add(new SlaCycle(cycles.size() + 1, at(at), null, null, event("TicketReopened"), null));
        return this;
    }

    SlaCourse course() {
        return new SlaCourse(
                startedAt,
                new SlaSwitch("TicketRaised", 0),
                respondedAt,
                respondedAt == null ? null : new SlaSwitch("TicketAnswered", 90),
                visitPromisedAt,
                arrivedAt,
                arrivedAt == null ? null : new SlaSwitch("TechnicianArrived", 91),
                List.copyOf(cycles),
                List.copyOf(pauses),
                List.copyOf(terms),
                firstContact,
                List.copyOf(breaches));
    }

    SlaReading read(String moment) {
        return SlaCalculation.read(course(), shelf, at(moment));
    }

    ClockReading response(String moment) {
        return clock(SlaClock.RESPONSE, 1, moment);
    }

    ClockReading arrival(String moment) {
        return clock(SlaClock.ARRIVAL, 1, moment);
    }

    ClockReading resolution(String moment) {
        return clock(SlaClock.RESOLUTION, 1, moment);
    }

    ClockReading clock(SlaClock clock, int cycle, String moment) {
        return read(moment).clock(clock, cycle).orElseThrow();
    }

    private Story end(String at, CycleEnd end) {
        var last = cycles.remove(cycles.size() - 1);
        cycles.add(new SlaCycle(last.number(), last.from(), at(at), end, last.startedBy(), event("CycleEnded")));
        return this;
    }

    private SlaSwitch event(String name) {
        return new SlaSwitch(name, version++);
    }
}
