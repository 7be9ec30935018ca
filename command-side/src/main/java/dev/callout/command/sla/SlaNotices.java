package dev.callout.command.sla;

import dev.callout.api.identity.Role;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.command.mail.Letter;
import dev.callout.command.mail.Outbox;
import dev.callout.command.ticket.TicketRegister;
import dev.callout.command.ticket.TicketRegister.RegisteredTicket;
import dev.callout.platform.http.BaseUrl;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells by mail whom a step of the escalation ladder names, once. Where a policy names no supervisor or manager, or one
 * whom no mail reaches any more, every manager hears of it.
 */
@Component
@ProcessingGroup(SlaNotices.GROUP)
@DisallowReplay
class SlaNotices {

    static final String GROUP = "policy-sla-notices";

    private final SlaBook book;
    private final Outbox outbox;
    private final Credentials credentials;
    private final TicketRegister tickets;
    private final JdbcClient database;
    private final BaseUrl baseUrl;
    private final Notifications notifications;
    private final TicketNews news;

    SlaNotices(
            SlaBook book,
            Outbox outbox,
            Credentials credentials,
            TicketRegister tickets,
            JdbcClient database,
            BaseUrl baseUrl,
            Notifications notifications,
            TicketNews news) {
        this.book = book;
        this.outbox = outbox;
        this.credentials = credentials;
        this.tickets = tickets;
        this.database = database;
        this.baseUrl = baseUrl;
        this.notifications = notifications;
        this.news = news;
    }

    @EventHandler
    void on(SlaThresholdReached event) {
        if (!notifications.areOn(Notifications.Trigger.of(event)) || !isFirst(event)) {
            return;
        }
        var ticket = tickets.find(event.ticketId()).orElseThrow();
        var told = news.of(event);
        for (var addressee : addressees(event)) {
            outbox.write(letter(event, ticket, told, addressee));
        }
    }

    private boolean isFirst(SlaThresholdReached event) {
        return database.sql("INSERT INTO sla_notice (ticket_id, notice) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                event.ticketId(),
                                event.clock() + "/" + event.cycle() + "/" + event.percent() + "/" + event.action())
                        .update()
                == 1;
    }

    private record Addressee(Credential account, String email) {}

    private Set<Addressee> addressees(SlaThresholdReached event) {
        var policy = book.policy(event.policyId(), event.policyVersion());
        var found = new LinkedHashSet<Addressee>();
        for (var recipient : event.recipients()) {
            found.addAll(
                    switch (recipient) {
                        case TECHNICIAN -> reached(Stream.ofNullable(event.technicianId()));
                        case SUPERVISOR -> namedOrManagers(recipient, policy.supervisorId());
                        case MANAGER -> namedOrManagers(recipient, policy.managerId());
                    });
        }
        return found;
    }

    private List<Addressee> namedOrManagers(EscalationRecipient recipient, String accountId) {
        var named = reached(Stream.ofNullable(accountId)).stream()
                .filter(addressee -> recipient.canBe(addressee.account().role()))
                .toList();
        return named.isEmpty() ? reached(credentials.activeAccounts(Role.MANAGER).stream()) : named;
    }

    /** Those who are still here and have a mail address. */
    private List<Addressee> reached(Stream<String> accountIds) {
        return accountIds
                .flatMap(accountId -> credentials.find(accountId).filter(Credential::active).stream())
                .flatMap(account ->
                        credentials.email(account.accountId()).stream().map(email -> new Addressee(account, email)))
                .toList();
    }

    /** The subject can be read in the log of mail, and so says nothing that somebody wrote. */
    private Letter letter(
            SlaThresholdReached event, RegisteredTicket ticket, TicketNews.News told, Addressee addressee) {
        var account = addressee.account();
        var language = Letter.spoken(account.language());
        return new Letter(
                event.percent() < 100 ? "sla-warning" : "sla-breach",
                account.language(),
                account.accountId(),
                addressee.email(),
                false,
                ticket.personId(),
                Map.of(
                        "number",
                        ticket.number(),
                        "title",
                        told.title(),
                        "customer",
                        told.customer(),
                        "percent",
                        String.valueOf(event.percent()),
                        "promise",
                        promise(event, language == Locale.GERMAN),
                        "dueAt",
                        time(event.dueAt(), told.zone(), language),
                        "link",
                        baseUrl.to("/?text=" + ticket.number())));
    }

    /** With the zone as people call it on that day, and by its name where it has another one in the other season. */
    private static String time(Instant at, ZoneId zone, Locale language) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
                .appendPattern(zone.getRules().isFixedOffset() ? " z" : " z '('VV')'")
                .toFormatter(language)
                .format(at.atZone(zone));
    }

    private static String promise(SlaThresholdReached event, boolean german) {
        return switch (event.clock()) {
            case RESPONSE -> german ? "erste Antwort" : "first response";
            case ARRIVAL -> german ? "Ankunft vor Ort" : "arrival on site";
            case RESOLUTION -> german ? "Lösung" : "resolution";
        };
    }
}
