package dev.callout.command.assignment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.TicketReturnedToQueue;
import dev.callout.command.mail.Letter;
import dev.callout.command.mail.Outbox;
import dev.callout.command.order.References;
import dev.callout.command.ticket.TicketRegister;
import dev.callout.platform.http.BaseUrl;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails dispatchers, or managers where no dispatcher has an address, which tickets went back to the queue: one mail for
 * all that went back within a few seconds.
 */
@Component
@ProcessingGroup(References.GROUP)
class ReturnedWorkNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedWorkNotice.class);
    private static final Duration WAIT_FOR_MORE = Duration.ofSeconds(10);
    private static final int NAMED_AT_MOST = 50;

    private final JdbcClient database;
    private final TicketRegister tickets;
    private final Credentials credentials;
    private final Outbox outbox;
    private final BaseUrl baseUrl;

    ReturnedWorkNotice(
            JdbcClient database, TicketRegister tickets, Credentials credentials, Outbox outbox, BaseUrl baseUrl) {
        this.database = database;
        this.tickets = tickets;
        this.credentials = credentials;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
    }

    @EventHandler
    void on(TicketReturnedToQueue event) {
        database.sql("INSERT INTO returned_work (ticket_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(event.ticketId())
                .update();
    }

    /** In one transaction with the mails: each ticket is named to each person once. */
    @Transactional
    public void send() {
        var numbers = database.sql("DELETE FROM returned_work RETURNING ticket_id").query(String.class).list().stream()
                .map(ticketId -> tickets.find(ticketId).orElseThrow().number())
                .sorted()
                .toList();
        if (numbers.isEmpty()) {
            return;
        }
        var addressees = reached(Role.DISPATCHER);
        if (addressees.isEmpty()) {
            addressees = reached(Role.MANAGER);
        }
        if (addressees.isEmpty()) {
            LOG.warn(
                    "{} tickets went back to the queue, and no dispatcher or manager has a mail address to tell: {}",
                    numbers.size(),
                    numbers);
        }
        addressees.forEach(addressee -> outbox.write(letter(addressee, numbers)));
    }

    private record Addressee(Credential account, String email) {}

    private List<Addressee> reached(Role role) {
        return credentials.activeAccounts(role).stream()
                .flatMap(accountId -> credentials.find(accountId).stream())
                .flatMap(account ->
                        credentials.email(account.accountId()).stream().map(email -> new Addressee(account, email)))
                .toList();
    }

    private Letter letter(Addressee addressee, List<String> numbers) {
        var account = addressee.account();
        var named = numbers.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "));
        return new Letter(
                "work-returned",
                account.language(),
                account.accountId(),
                addressee.email(),
                false,
                null,
                Map.of(
                        "count",
                        String.valueOf(numbers.size()),
                        "tickets",
                        numbers.size() > NAMED_AT_MOST ? named + ", …" : named,
                        "link",
                        baseUrl.to("/")));
    }

    /** Declares the task to the scheduler. */
    @Configuration(proxyBeanMethods = false)
    static class Declaration {

        @Bean
        Task<Void> mailReturnedWork(ReturnedWorkNotice notice) {
            return Tasks.recurring("returned-work-notice", FixedDelay.of(WAIT_FOR_MORE))
                    .execute((task, context) -> notice.send());
        }
    }
}
