package dev.callout.query.sla.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Named;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** N-03 on paper: what is printed says all that the certificate says, and nothing that somebody wrote does more than show. */
class CertificatePdfTest {

    private final Terms terms = new Terms();

    /** Paused for the customer, a holiday in between, solved in time. */
    private byte[] usual(String number, String title, String customer) {
        return CertificatePdf.of(certificate(number, title, customer));
    }

    private SlaCertificate certificate(String number, String title, String customer) {
        var life = new CertifiedLife(terms)
                .told(terms.raised("TCK-1", "CUS-1", Priority.HIGH, Story.at("16:00")))
                .told(new WorkStarted("TCK-1", "ACC-ana", Story.at("16:10")))
                .told(new VisitPromised("TCK-1", "ACC-dana", null, Story.at("16:20")))
                .told(new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-jo", "Which tray?", null, Story.at("17:15")))
                .told(
                        new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, Instant.parse("2026-03-04T10:40:12Z")),
                        Instant.parse("2026-03-04T11:00:00Z"))
                .told(Tickets.comment("TCK-1", AuthorKind.STAFF, "Sorry", true, "17:30"))
                .told(new TicketResolved(
                        "TCK-1", "ACC-ana", "CON-jo", "Fixed", false, Instant.parse("2026-03-04T15:05:30Z")));
        return life.certificate(
                number, new Heading(title, new Named("CUS-1", customer)), Instant.parse("2026-03-05T09:00:00Z"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String words(byte[] pdf) throws IOException {
        return text(pdf).replaceAll("\\s+", " ");
    }

    @Test
    void a_usual_ticket_with_its_three_promises_fits_on_two_pages() throws IOException {
        try (var document = Loader.loadPDF(usual("TKT100231", "Printer is silent", "Acme"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Verdict certificate TKT100231");
        }
    }

    @Test
    void begins_with_whose_ticket_it_is_and_what_it_is_about() throws IOException {
        assertThat(words(usual("TKT100231", "Printer is silent", "Acme & Sons <1872>")))
                .contains(
                        "TKT100231 Printer is silent",
                        "Customer Acme & Sons <1872>",
                        "Priority high",
                        "Raised Mon 2 Mar 2026, 16:00:00 UTC")
                .contains("all times here are those of UTC");
    }

    @Test
    void says_all_in_words_umlauts_and_signs_as_they_were_written() throws IOException {
        assertThat(words(usual("TKT100231", "Printer is silent", "Acme")))
                .contains("Geschäftszeiten", Terms.POLICY_NAME)
                .contains("holiday: Founders' Day", "paused: waiting for the customer", "outside business hours")
                .contains("\"Work paused\" (event 3)", "up to event TCK-1@6")
                .contains("Total");
    }

    @Test
    void names_the_zone_with_every_time() throws IOException {
        assertThat(words(usual("TKT100231", "Printer is silent", "Acme")).replaceAll("\\d\\d:\\d\\d:\\d\\d UTC", ""))
                .doesNotContainPattern("\\d\\d:\\d\\d");
    }

    @Test
    void says_when_something_was_told_late() throws IOException {
        assertThat(words(usual("TKT100231", "Printer is silent", "Acme")))
                .contains("Recorded more than a minute after it happened")
                .contains(
                        "\"Work resumed\" (event 4) Wed 4 Mar 2026, 10:40:12 UTC Wed 4 Mar 2026, 11:00:00 UTC 19 min 48 s");
    }

    @Test
    void time_that_was_too_late_is_told_apart_in_stretches_and_sums() {
        var page = CertificatePage.of(new CertifiedLife(terms)
                .told(terms.raised("TCK-1", "CUS-1", Priority.URGENT, Story.at("10:00")))
                .told(Tickets.comment("TCK-1", AuthorKind.STAFF, "Sorry", true, "11:00"))
                .told(new TicketResolved("TCK-1", "ACC-ana", "CON-jo", "Fixed", false, Story.at("12:00")))
                .certificate(Story.at("13:00")));
        assertThat(page.split("class='key late'", -1))
                .as("one stretch and one sum")
                .hasSize(3);
        assertThat(page).contains("the promise broke");
    }

    /** The signs of three scripts as they are; of others it says which ones they are, and never leaves any out. */
    @Test
    void prints_other_scripts_or_says_what_it_cannot_print() throws IOException {
        assertThat(words(usual("TKT100231", "Żółć, Ελληνικά, Здравствуйте", "東京 ltd. مرحبا 🖨")))
                .contains("Żółć, Ελληνικά, Здравствуйте")
                .contains("[U+6771 U+4EAC] ltd. [U+0645 U+0631 U+062D U+0628 U+0627] [U+1F5A8]")
                .doesNotContain("#");
    }

    @Test
    void what_somebody_wrote_is_no_markup_and_fetches_nothing() throws IOException {
        var evil = "\"><img src='http://127.0.0.1:9/x'/><script>alert(1)</script>&xxe;\u0000\uFFFE";
        assertThat(text(usual(evil, evil, evil)).replaceAll("\\s+", "")).contains("<script>alert(1)</script>&xxe;");
    }
}
