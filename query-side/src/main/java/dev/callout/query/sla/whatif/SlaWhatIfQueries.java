package dev.callout.query.sla.whatif;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.sla.FindSlaWhatIf;
import dev.callout.api.sla.ListSlaFlips;
import dev.callout.api.sla.ListSlaWhatIfs;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaFlipPage;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.SlaWhatIfPage;
import dev.callout.api.ticket.Priority;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which replays there were, the newest first, and which verdicts of one, in the order of the tickets. */
@Component
class SlaWhatIfQueries {

    private static final Keyset NEWEST =
            Keyset.of("what-ifs", true, new Column("begun_at", Kind.TIME), new Column("what_if_id", Kind.TEXT));
    private static final Keyset OLDEST = Keyset.of("flips", false, new Column("place", Kind.NUMBER));
    private static final String WITH_NAMES = "SELECT page.*, customer.name AS customer_name FROM page"
            + " LEFT JOIN customer ON customer.customer_id = page.customer_id";

    private final WhatIfRuns runs;
    private final PageReader pages;

    SlaWhatIfQueries(WhatIfRuns runs, PageReader pages) {
        this.runs = runs;
        this.pages = pages;
    }

    @QueryHandler
    SlaWhatIf handle(FindSlaWhatIf query) {
        return runs.find(query.whatIfId());
    }

    @QueryHandler
    SlaWhatIfPage handle(ListSlaWhatIfs query) {
        var page = pages.read(
                "sla_what_if",
                "SELECT page.*, " + WhatIfRuns.ALIVE + " FROM page",
                new Where(),
                NEWEST,
                query.pageSize(),
                query.after(),
                query.count(),
                WhatIfRuns::read);
        return new SlaWhatIfPage(page.items(), page.next(), page.total());
    }

    @QueryHandler
    SlaFlipPage handle(ListSlaFlips query) {
        runs.find(query.whatIfId()); // there may be none, or none of them
        var page = pages.read(
                "sla_what_if_flip",
                WITH_NAMES,
                new Where().equal("what_if_id", query.whatIfId()),
                OLDEST,
                query.pageSize(),
                query.after(),
                query.count(),
                row -> new SlaFlipPage.Flip(
                        row.getString("ticket_id"),
                        row.getString("number"),
                        named(row, "customer_id", "customer_name"),
                        constant(row, "priority", Priority.class),
                        constant(row, "clock", SlaClock.class),
                        row.getInt("cycle"),
                        constant(row, "before", SlaVerdict.class),
                        constant(row, "after", SlaVerdict.class),
                        time(row, "due_before"),
                        time(row, "due_after"),
                        time(row, "actual_at")));
        return new SlaFlipPage(page.items(), page.next(), page.total());
    }
}
