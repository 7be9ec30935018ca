package dev.callout.query.sla.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCertificate.Fact;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A certificate says what was recorded at the time, and what was told later, also where the two differ. */
class ToldLateTest {

    private final Terms terms = new Terms();
    private final CertifiedLife life =
            new CertifiedLife(terms).told(terms.raised("TCK-1", "CUS-1", Priority.URGENT, at("10:00")));

    private static Instant at(String time) {
        return Story.at(time);
    }

    private SlaBreached breach(SlaClock clock, String at) {
        return new SlaBreached("TCK-1", clock, 1, at(at), false, terms.policyId, 1, "ACC-ana", null, at(at));
    }

    private SlaCertificate.Clock response() {
        return life.certificate(at("17:00")).clocks().get(0);
    }

    private SlaCertificate.Clock resolution() {
        return life.certificate(at("17:00")).clocks().get(1);
    }

    private void disputed(SlaClock clock, String endedAt, String reportedAt) {
        var ended = endedAt == null ? null : at(endedAt);
        life.told(new SlaBreachDisputed("TCK-1", clock, 1, ended, "ACC-ana", at(reportedAt)));
    }

    private void decided(SlaClock clock, boolean accepted, String when) {
        life.told(new SlaDisputeDecided("TCK-1", clock, 1, accepted, "ACC-max", "CON-jo", "I saw it", at(when)));
    }

    @Test
    void a_breach_that_stands_until_somebody_accepts_what_was_told_later() {
        life.told(breach(SlaClock.RESPONSE, "10:30"))
                .told(Tickets.comment("TCK-1", AuthorKind.STAFF, "On my way", true, "10:25"), at("11:40"));
        disputed(SlaClock.RESPONSE, "10:25", "11:40");
        assertThat(response().standing().verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response().standing().actualReportedLate()).isTrue();
        assertThat(response().standing().actualRecordedAt()).isEqualTo(at("11:40"));
        assertThat(response().sentences())
                .contains(
                        "The promise was broken on Mon 2 Mar 2026, 10:30:00 UTC.",
                        "A late report that was recorded on Mon 2 Mar 2026, 11:40:00 UTC disputes the breach; the breach"
                                + " stands until a second person accepts it.");
        decided(SlaClock.RESPONSE, false, "12:00");
        assertThat(response().standing().verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response().sentences())
                .anyMatch(sentence ->
                        sentence.endsWith("rejected it on Mon 2 Mar 2026, 12:00:00 UTC: the breach stands."));
    }

    @Test
    void a_breach_that_what_was_told_later_turned_into_a_kept_promise() {
        life.told(breach(SlaClock.RESPONSE, "10:30"), at("10:30").plusMillis(3))
                .told(Tickets.comment("TCK-1", AuthorKind.STAFF, "On my way", true, "10:25"), at("11:40"));
        disputed(SlaClock.RESPONSE, "10:25", "11:40");
        decided(SlaClock.RESPONSE, true, "12:00");
        assertThat(response().standing().verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(response().sentences())
                .contains(
                        "It was due on Mon 2 Mar 2026, 10:30:00 UTC and ended on Mon 2 Mar 2026, 10:25:00 UTC, by"
                                + " \"Comment added\" (event 2), recorded only on Mon 2 Mar 2026, 11:40:00 UTC, with"
                                + " 5 min left.",
                        "A breach was recorded on Mon 2 Mar 2026, 10:30:00 UTC; what was told later, \"Comment added\""
                                + " (event 2) on Mon 2 Mar 2026, 11:40:00 UTC, shows that it was kept.");
        assertThat(response().endedBy()).isEqualTo(new Fact("CommentAdded", 2, at("10:25"), at("11:40")));
        assertThat(response().breach())
                .isEqualTo(new Fact("SlaBreached", 1, at("10:30"), at("10:30").plusMillis(3)));
        var certificate = life.certificate(at("17:00"));
        assertThat(certificate.toldLate()).containsExactly(response().endedBy());
        assertThat(certificate.summary()).contains("A breach of the first response was recorded at the time");
    }

    @Test
    void a_breach_that_came_later_than_it_was_recorded() {
        life.told(new WorkStarted("TCK-1", "ACC-ana", at("10:05")))
                .told(breach(SlaClock.RESOLUTION, "14:00"))
                .told(
                        new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-jo", "Which tray?", null, at("11:00")),
                        at("14:30"));
        disputed(SlaClock.RESOLUTION, null, "14:30");
        assertThat(resolution().standing().verdict()).isEqualTo(SlaVerdict.MISSED);
        decided(SlaClock.RESOLUTION, true, "15:00");
        assertThat(resolution().standing().verdict()).isEqualTo(SlaVerdict.PAUSED);
        assertThat(resolution().sentences())
                .contains("A breach was recorded on Mon 2 Mar 2026, 14:00:00 UTC; what was told later, \"Work paused\""
                        + " (event 3) on Mon 2 Mar 2026, 14:30:00 UTC, shows that it is not broken.");
        assertThat(resolution().intervals().get(1).begunBy())
                .isEqualTo(new Fact("WorkPaused", 3, at("11:00"), at("14:30")));
    }

    @Test
    void a_breach_that_still_holds_needs_no_word() {
        life.told(breach(SlaClock.RESOLUTION, "14:00"))
                .told(new TicketResolved("TCK-1", "ACC-ana", "CON-jo", "Fixed", false, at("15:00")));
        assertThat(resolution().standing().verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(resolution().sentences()).noneMatch(sentence -> sentence.contains("ecorded"));
        assertThat(life.certificate(at("17:00")).summary()).doesNotContain("recorded");
    }

    @Test
    void a_breach_that_was_noticed_long_after() {
        life.told(breach(SlaClock.RESOLUTION, "14:00"), at("16:00"));
        assertThat(resolution().sentences())
                .containsSubsequence(
                        "The promise was broken on Mon 2 Mar 2026, 14:00:00 UTC.",
                        "That was recorded on Mon 2 Mar 2026, 16:00:00 UTC.");
    }

    @Test
    void a_moment_at_which_it_was_not_broken_yet_knows_of_no_breach() {
        life.told(breach(SlaClock.RESPONSE, "10:30"));
        for (var moment : new String[] {"10:20", "10:30"}) {
            var early = life.certificate(at(moment)).clocks().get(0);
            assertThat(early.breach()).as(moment).isNull();
            assertThat(early.sentences()).as(moment).noneMatch(sentence -> sentence.contains("breach"));
        }
    }

    @Test
    void what_is_told_within_a_minute_is_told_at_once() {
        life.told(new TicketResolved("TCK-1", "ACC-ana", "CON-jo", "Fixed", true, at("10:20")), at("10:21"));
        assertThat(life.certificate(at("17:00")).toldLate()).isEmpty();
    }

    /** Customers read their certificates: what does not matter to promises is not told there. */
    @Test
    void what_does_not_matter_to_promises_is_not_listed() {
        life.told(new NoteAdded("TCK-1", "NOT-1", "ACC-ana", "CON-jo", "Rude", null, at("10:10")), at("12:00"));
        assertThat(life.certificate(at("17:00")).toldLate()).isEmpty();
    }

    @Test
    void all_words_go_by_the_calendars_zone() {
        var newYork = new Terms("America/New_York");
        var certificate = new CertifiedLife(newYork)
                .told(newYork.raised("TCK-1", "CUS-1", Priority.URGENT, at("15:00")))
                .told(new VisitPromised("TCK-1", "ACC-dana", null, at("15:10")))
                .certificate(at("17:00"));
        assertThat(certificate.zone()).isEqualTo("America/New_York");
        assertThat(certificate.clocks()).hasSize(3);
        assertThat(certificate.clocks())
                .allSatisfy(clock -> assertThat(String.join(" ", clock.sentences()))
                        .contains("The clock began on Mon 2 Mar 2026, 10:00:00 EST")
                        .doesNotContain("UTC"));
    }
}
