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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells by mail whom a step of the escalation ladder names: one mail to each person for all that was found at once. In
 * place of a supervisor or manager whom no mail reaches any more every manager hears of it, or every administrator.
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
    void on(SlaThresholdReached event, @SequenceNumber long version, @MetaDataValue("correlationId") String cause) {
        if (event.recipients().isEmpty()) {
            return;
        }
        var occasion = cause == null ? "event " + version : cause;
        if (!isFirst(event.ticketId(), occasion)) {
            return;
        }
        var told = news.of(event.ticketId(), version, cause);
        var ticket = tickets.find(event.ticketId()).orElseThrow();
        lines(told).forEach((addressee, lines) -> outbox.write(letter(ticket, told, addressee, lines)));
    }

    /** Whatever one command led to is one occasion: its first event tells of all of them. */
    private boolean isFirst(String ticketId, String occasion) {
        return database.sql("INSERT INTO sla_notice (ticket_id, notice) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(ticketId, occasion)
                        .update()
                == 1;
    }

    private record Addressee(Credential account, String email) {}

    /** What each person is told: of each promise the highest level alone. */
    private Map<Addressee, Collection<TicketNews.Line>> lines(TicketNews.News told) {
        var lines = new LinkedHashMap<Addressee, Map<TicketNews.Run, TicketNews.Line>>();
        for (var line : told.lines()) {
            if (notifications.areOn(line.trigger())) {
                for (var addressee : addressees(line.reached())) {
                    lines.computeIfAbsent(addressee, one -> new LinkedHashMap<>())
                            .merge(line.run(), line, TicketNews.Line::higher);
                }
            }
        }
        var all = new LinkedHashMap<Addressee, Collection<TicketNews.Line>>();
        lines.forEach((addressee, byRun) -> all.put(addressee, byRun.values()));
        return all;
    }

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
        return Stream.of(named, everyone(Role.MANAGER), everyone(Role.ADMIN))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Addressee> everyone(Role role) {
        return reached(credentials.activeAccounts(role).stream());
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
            RegisteredTicket ticket, TicketNews.News told, Addressee addressee, Collection<TicketNews.Line> lines) {
        var account = addressee.account();
        var words = NoticeWords.in(Letter.spoken(account.language()));
        var isBroken = lines.stream().anyMatch(TicketNews.Line::isBroken);
        return new Letter(
                isBroken ? "sla-breach" : "sla-warning",
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
                        "levels",
                        words.levels(lines),
                        "promises",
                        words.promises(lines) + (told.isAssignedToSupervisor() ? "\n\n" + words.assignment() : ""),
                        "link",
                        baseUrl.to("/tickets/" + ticket.number())));
    }
}
