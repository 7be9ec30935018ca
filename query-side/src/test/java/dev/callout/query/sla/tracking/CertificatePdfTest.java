package dev.callout.query.sla.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** N-03 on paper: what is printed says all that the certificate says, and nothing that somebody wrote does more than show. */
class CertificatePdfTest {

    private final Terms terms = new Terms();

    /** Answered late, paused for the customer, a holiday in between, solved in time. */
    byte[] usual(String number) {
        var life = List.of(
                terms.raised("TCK-1", "CUS-1", Priority.HIGH, Story.at("16:00")),
                new WorkStarted("TCK-1", "ACC-ana", Story.at("16:10")),
                new VisitPromised("TCK-1", "ACC-dana", null, Story.at("16:20")),
                new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-jo", "Which tray?", null, Story.at("17:15")),
                new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, Instant.parse("2026-03-04T10:40:12Z")),
                Tickets.comment("TCK-1", AuthorKind.STAFF, "Sorry", true, "17:30"),
                new TicketResolved(
                        "TCK-1", "ACC-ana", "CON-jo", "Fixed", false, Instant.parse("2026-03-04T15:05:30Z")));
        return CertificatePdf.of(certificate(life, number));
    }

    private SlaCertificate certificate(List<? extends TicketEvent> life, String number) {
        SlaCourse course = null;
        WorkState work = null;
        for (var version = 0; version < life.size(); version++) {
            var before = work;
            work = WorkState.after(before, life.get(version));
            course = SlaCourse.after(course, life.get(version), before, work, version);
        }
        var ticket = new TrackedTicket(
                "TCK-1",
                number,
                "CUS-1",
                Priority.HIGH,
                "HARDWARE",
                null,
                null,
                course.startedAt(),
                null,
                null,
                1,
                Map.of(),
                "",
                life.size() - 1);
        var reading = SlaCalculation.read(course, terms, Instant.parse("2026-03-05T09:00:00Z"));
        return new Certificates(terms, new Standing(terms, true)).of(ticket, reading);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_usual_ticket_fits_on_one_page() throws IOException {
        try (var document = Loader.loadPDF(usual("TKT100231"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Verdict certificate TKT100231");
        }
    }

    @Test
    void says_all_in_words_umlauts_and_signs_as_they_were_written() throws IOException {
        assertThat(text(usual("TKT100231")).replaceAll("\\s+", " "))
                .contains("Geschäftszeiten", Terms.POLICY_NAME)
                .contains("holiday: Founders' Day", "paused: waiting for the customer", "outside business hours")
                .contains("WorkPaused (3)", "up to event TCK-1@6")
                .contains("Total");
    }

    @Test
    void what_somebody_wrote_is_no_markup_and_fetches_nothing() throws IOException {
        var evil = "\"><img src='http://127.0.0.1:9/x'/><script>alert(1)</script>&xxe;\u0000\uFFFE";
        assertThat(text(usual(evil)).replaceAll("\\s+", "")).contains("<script>alert(1)</script>&xxe;");
    }
}
