package dev.callout.query.mail;

import dev.callout.api.mail.ListMail;
import dev.callout.api.mail.MailLine;
import dev.callout.api.mail.MailPage;
import dev.callout.api.mail.MailState;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which mail left, which waits, and which could not be sent. */
@Component
class MailQueries {

    private static final Keyset LATEST_FIRST =
            Keyset.of("-writtenAt", true, new Column("written_at", Kind.TIME), new Column("mail_id", Kind.TEXT));

    private final PageReader pages;

    MailQueries(PageReader pages) {
        this.pages = pages;
    }

    @QueryHandler
    MailPage handle(ListMail query) {
        var page = pages.read(
                "mail",
                "SELECT * FROM page",
                new Where()
                        .equal(
                                "state",
                                query.state() == null ? null : query.state().name()),
                LATEST_FIRST,
                query.pageSize(),
                query.after(),
                query.count(),
                MailQueries::line);
        return new MailPage(page.items(), page.next(), page.total());
    }

    private static MailLine line(ResultSet row) throws SQLException {
        return new MailLine(
                row.getString("mail_id"),
                row.getString("template"),
                row.getString("recipient"),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                time(row, "written_at"),
                time(row, "next_at"),
                time(row, "sent_at"),
                row.getString("last_error"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
