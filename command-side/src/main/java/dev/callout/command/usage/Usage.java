package dev.callout.command.usage;

import dev.callout.api.usage.FindUsage;
import dev.callout.api.usage.UsageReport;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses what would use more than one may of what others need, too, and says how much is used. */
@Component
public class Usage {

    private static final long MEGABYTE = 1024 * 1024;
    private static final String FILES =
            " FROM attachment JOIN ticket_register ticket ON ticket.ticket_id = attachment.ticket_id"
                    + " WHERE attachment.erased_at IS NULL";
    private static final String MOST_FIRST = " GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 20";

    private final JdbcClient db;
    private final UsageLimits limits;

    Usage(JdbcClient db, UsageLimits limits) {
        this.db = db;
        this.limits = limits;
    }

    private record Stored(long ofTicket, long ofPerson, long ofCompany) {}

    /** In the caller's transaction, which takes the room: whoever comes at the same moment waits for its end. */
    public void requireStorage(String ticketId, String customerId, String authorId, long size) {
        lock("storage of " + customerId);
        var stored = db.sql(
                        "SELECT coalesce(sum(size_in_bytes) FILTER (WHERE attachment.ticket_id = :ticket), 0) AS ticket,"
                                + " coalesce(sum(size_in_bytes) FILTER (WHERE attachment.author_id = :author), 0) AS person,"
                                + " coalesce(sum(size_in_bytes) FILTER (WHERE ticket.customer_id = :customer), 0) AS company"
                                + FILES
                                + " AND (attachment.ticket_id = :ticket OR attachment.author_id = :author"
                                + " OR ticket.customer_id = :customer)")
                .param("ticket", ticketId)
                .param("author", authorId)
                .param("customer", customerId)
                .query((row, n) -> new Stored(row.getLong("ticket"), row.getLong("person"), row.getLong("company")))
                .single();
        requireStorage("This ticket", stored.ofTicket() + size, limits.storagePerTicket());
        requireStorage("What you have attached to all tickets", stored.ofPerson() + size, limits.storagePerPerson());
        requireStorage("This customer's tickets", stored.ofCompany() + size, limits.storagePerCompany());
    }

    private static void requireStorage(String whose, long wanted, long limit) {
        if (wanted > limit) {
            throw new ProblemException(
                    ProblemCode.STORAGE_FULL,
                    whose + " would have more than " + limit / MEGABYTE + " MB of files. Send a link instead, or ask an"
                            + " administrator for more room.");
        }
    }

    /** In the caller's transaction, which opens the account. */
    public void requireRoomForAccount(String customerId) {
        if (customerId == null) {
            return; // our own people
        }
        lock("accounts of " + customerId);
        var accounts = db.sql("SELECT count(*) FROM credential WHERE customer_id = ?")
                .param(customerId)
                .query(Integer.class)
                .single();
        if (accounts >= limits.accountsPerCompany()) {
            throw new ProblemException(
                    ProblemCode.ACCOUNTS_FULL,
                    "A customer may have " + limits.accountsPerCompany()
                            + " accounts. Ask us for more, or to remove some that nobody needs.");
        }
    }

    /** Whoever is invited again and again by strangers has no way to make it stop. */
    public void requireMayInvite(String email) {
        if (email != null && mails(email, "invitation") >= limits.invitationsPerAddressAndHour()) {
            throw new ProblemException(
                            ProblemCode.RATE_LIMITED,
                            "This address was invited " + limits.invitationsPerAddressAndHour()
                                    + " times within an hour. Try again later.")
                    .retryAfter(3600);
        }
    }

    /** Whether one more mail to this address would be too many. */
    public boolean hasMailEnough(String email) {
        return mails(email, null) >= limits.mailsPerAddressAndHour();
    }

    private int mails(String email, String template) {
        return db.sql("SELECT count(*) FROM mail WHERE lower(recipient) = lower(:email)"
                        + " AND written_at > now() - interval '1 hour'"
                        + " AND (CAST(:template AS text) IS NULL OR template = :template)")
                .param("email", email)
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    private void lock(String what) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(what)
                .query(row -> {});
    }

    @QueryHandler
    UsageReport handle(FindUsage query) {
        return new UsageReport(List.of(
                kind(
                        "Files of a ticket",
                        "bytes",
                        limits.storagePerTicket(),
                        "SELECT ticket.ticket_id AS id, ticket.number AS name, sum(size_in_bytes) AS used" + FILES),
                kind(
                        "Files of a person",
                        "bytes",
                        limits.storagePerPerson(),
                        "SELECT attachment.author_id AS id, (SELECT username FROM credential"
                                + " WHERE account_id = attachment.author_id) AS name, sum(size_in_bytes) AS used"
                                + FILES
                                + " AND attachment.author_id IS NOT NULL"),
                kind(
                        "Files of a customer",
                        "bytes",
                        limits.storagePerCompany(),
                        "SELECT ticket.customer_id AS id, NULL AS name, sum(size_in_bytes) AS used" + FILES),
                kind(
                        "Accounts of a customer",
                        "accounts",
                        limits.accountsPerCompany(),
                        "SELECT customer_id AS id, NULL AS name, count(*) AS used FROM credential"
                                + " WHERE customer_id IS NOT NULL"),
                kind(
                        "Mails to a person within an hour",
                        "mails",
                        limits.mailsPerAddressAndHour(),
                        "SELECT person_id AS id, NULL AS name, count(*) AS used FROM mail"
                                + " WHERE written_at > now() - interval '1 hour'")));
    }

    private UsageReport.Kind kind(String name, String unit, long limit, String sql) {
        return new UsageReport.Kind(
                name,
                unit,
                limit,
                db.sql(sql + MOST_FIRST)
                        .query((row, n) ->
                                new UsageReport.Line(row.getString("id"), row.getString("name"), row.getLong("used")))
                        .list());
    }
}
