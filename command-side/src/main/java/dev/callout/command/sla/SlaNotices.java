package dev.callout.command.sla;

import dev.callout.api.identity.Role;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.command.mail.Letter;
import dev.callout.command.mail.Outbox;
import dev.callout.command.ticket.TicketRegister;
import dev.callout.platform.http.BaseUrl;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    private final ZoneId zone;

    SlaNotices(
            SlaBook book,
            Outbox outbox,
            Credentials credentials,
            TicketRegister tickets,
            JdbcClient database,
            BaseUrl baseUrl,
            Notifications notifications,
            SlaSettings settings) {
        this.book = book;
        this.outbox = outbox;
        this.credentials = credentials;
        this.tickets = tickets;
        this.database = database;
        this.baseUrl = baseUrl;
        this.notifications = notifications;
        this.zone = settings.zone();
    }

    @EventHandler
    void on(SlaThresholdReached event) {
        if (!notifications.areOn(Notifications.Trigger.of(event)) || !isFirst(event)) {
            return;
        }
        var number = tickets.find(event.ticketId()).orElseThrow().number();
        for (var addressee : addressees(event)) {
            outbox.write(letter(event, number, addressee));
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

    private Letter letter(SlaThresholdReached event, String number, Addressee addressee) {
        var account = addressee.account();
        var language = Letter.spoken(account.language());
        return new Letter(
                event.percent() < 100 ? "sla-warning" : "sla-breach",
                account.language(),
                account.accountId(),
                addressee.email(),
                false,
                Map.of(
                        "number", number,
                        "percent", String.valueOf(event.percent()),
                        "promise", promise(event, language == Locale.GERMAN),
                        "dueAt",
                                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                        .withLocale(language)
                                        .withZone(zone)
                                        .format(event.dueAt()),
                        "link", baseUrl.to("/tickets/" + number)));
    }

    private static String promise(SlaThresholdReached event, boolean german) {
        return switch (event.clock()) {
            case RESPONSE -> german ? "erste Antwort" : "first response";
            case ARRIVAL -> german ? "Ankunft vor Ort" : "arrival on site";
            case RESOLUTION -> german ? "Lösung" : "resolution";
        };
    }
}
