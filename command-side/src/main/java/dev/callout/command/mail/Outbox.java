package dev.callout.command.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.callout.command.usage.Usage;
import dev.callout.platform.http.HttpJson;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.platform.privacy.PersonalTraces;
import dev.callout.platform.privacy.Seal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail that waits to leave, and what became of it. A mail is written together with what causes it, or not at all. */
@Component
public class Outbox implements PersonalTraces {

    static final String SEND = "send-mail";

    /** A mail on its way. */
    record Waiting(String mailId, String recipient, MailText text, Instant writtenAt, int attempts) {}

    private final JdbcClient database;
    private final MailTemplates templates;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final HttpJson json;
    private final Seal seal;
    private final PersonKeys keys;
    private final Usage usage;

    Outbox(
            JdbcClient database,
            MailTemplates templates,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock,
            HttpJson json,
            Seal seal,
            PersonKeys keys,
            Usage usage) {
        this.database = database;
        this.templates = templates;
        this.scheduler = scheduler;
        this.clock = clock;
        this.json = json;
        this.seal = seal;
        this.keys = keys;
        this.usage = usage;
    }

    /** Writes a mail in the caller's transaction. It leaves once that is durable. */
    public void write(Letter letter) {
        var mailId = "MAI-" + UUID.randomUUID();
        var text = templates.fill(letter.template(), letter.language(), letter.words());
        if (keys.isErased(letter.personId())) {
            return; // to somebody erased nobody writes any more
        }
        var owner = letter.about() == null ? letter.personId() : letter.about();
        var body = seal.close(owner, mailId, json.mapper().writeValueAsBytes(text));
        if (body.isEmpty()) {
            return; // nor of them
        }
        if (usage.hasMailEnough(letter.recipient())) {
            keepBack(mailId, letter, text, body.get());
            return;
        }
        var now = clock.instant();
        database.sql("""
                        INSERT INTO mail (mail_id, template, person_id, about, recipient, subject, body, secret, state,
                                          written_at, next_at)
                        VALUES (:id, :template, :person, :about, :recipient, :subject, :body, :secret, 'WAITING',
                                :now, :now)""")
                .param("id", mailId)
                .param("template", letter.template())
                .param("person", letter.personId())
                .param("about", letter.about())
                .param("recipient", letter.recipient())
                .param("subject", text.subject())
                .param("body", body.get())
                .param("secret", letter.secret())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        schedule(mailId, now);
    }

    /** One address gets no more within an hour; whoever looks at the mail can have it sent all the same. */
    private void keepBack(String mailId, Letter letter, MailText text, byte[] body) {
        database.sql("""
                        INSERT INTO mail (mail_id, template, person_id, about, recipient, subject, body, secret, state,
                                          written_at, last_error)
                        VALUES (:id, :template, :person, :about, :recipient, :subject, :body, :secret, 'FAILED', :now,
                                'Too many mails to this address within an hour.')""")
                .param("id", mailId)
                .param("template", letter.template())
                .param("person", letter.personId())
                .param("about", letter.about())
                .param("recipient", letter.recipient())
                .param("subject", text.subject())
                .param("body", body)
                .param("secret", letter.secret())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The mail, if it still is to be sent. */
    Optional<Waiting> waiting(String mailId) {
        return database.sql(
                        "SELECT coalesce(about, person_id) AS owner, recipient, body, written_at, attempts FROM mail"
                                + " WHERE mail_id = ? AND state = 'WAITING' AND body IS NOT NULL")
                .param(mailId)
                .query((row, n) -> new Waiting(
                        mailId,
                        row.getString("recipient"),
                        text(row.getString("owner"), mailId, row.getBytes("body")),
                        row.getTimestamp("written_at").toInstant(),
                        row.getInt("attempts")))
                .optional()
                .filter(mail -> mail.text() != null);
    }

    void sent(String mailId) {
        database.sql(
                        "UPDATE mail SET state = 'SENT', sent_at = :now, next_at = NULL, last_error = NULL,"
                                + " attempts = attempts + 1, body = CASE WHEN secret THEN NULL ELSE body END WHERE mail_id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", mailId)
                .update();
    }

    /**
     * Notes a try that failed, unless what it was about was erased meanwhile.
     *
     * @param next when to try again, or null when it is given up
     */
    void failed(String mailId, String error, Instant next) {
        database.sql("UPDATE mail SET state = :state, attempts = attempts + 1, last_error = :error, next_at = :next"
                        + " WHERE mail_id = :id AND body IS NOT NULL")
                .param("state", next == null ? "FAILED" : "WAITING")
                .param("error", error)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("id", mailId)
                .update();
    }

    /** Begins anew with a mail that was given up or still waits; false if there is none such. */
    boolean retry(String mailId) {
        var now = clock.instant();
        var rows = database.sql("UPDATE mail SET state = 'WAITING', attempts = 0, next_at = :now"
                        + " WHERE mail_id = :id AND state <> 'SENT' AND body IS NOT NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", mailId)
                .update();
        if (rows == 1) {
            schedule(mailId, now);
        }
        return rows == 1;
    }

    /** Leaves of somebody's mail, and of mail about them, only that there was one. What has not left yet never will. */
    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        database.sql("UPDATE mail SET recipient = NULL, subject = NULL, body = NULL, last_error = NULL,"
                        + " state = CASE state WHEN 'WAITING' THEN 'FAILED' ELSE state END"
                        + " WHERE person_id = ANY(:people) OR about = ANY(:people)")
                .param("people", personIds.toArray(String[]::new))
                .update();
    }

    private MailText text(String owner, String mailId, byte[] body) {
        return seal.open(owner, mailId, body)
                .map(text -> json.mapper().readValue(text, MailText.class))
                .orElse(null);
    }

    private void schedule(String mailId, Instant when) {
        try {
            scheduler
                    .getObject()
                    .schedule(
                            new TaskInstance<Void>(SEND, mailId),
                            when,
                            SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException beingTried) {
            // at this very moment: what was asked for is happening
        }
    }
}
