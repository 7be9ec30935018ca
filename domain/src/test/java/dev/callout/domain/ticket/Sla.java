package dev.callout.domain.ticket;

import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.ticket.Priority;
import dev.callout.domain.sla.SlaChoice;
import java.util.Optional;

/** What is promised in tests that are about something else: nothing. */
final class Sla {

    static final SlaBook NO_BOOK = new SlaBook() {
        @Override
        public SlaPolicy policy(String policyId, int version) {
            throw new AssertionError("Nothing was promised.");
        }

        @Override
        public WorkCalendar calendar(String calendarId, int version) {
            throw new AssertionError("Nothing was promised.");
        }
    };

    static final SlaChoice NOTHING_PROMISED = new SlaChoice() {
        @Override
        public Optional<Chosen> choose(String customerId, Priority priority, String category) {
            return Optional.empty();
        }

        @Override
        public Optional<Chosen> newest(String policyId) {
            return Optional.empty();
        }
    };

    private Sla() {}
}
