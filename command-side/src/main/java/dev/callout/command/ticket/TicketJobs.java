package dev.callout.command.ticket;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.DueKind;
import dev.callout.api.ticket.DueTickets;
import dev.callout.api.ticket.ListTicketsDue;
import dev.callout.api.ticket.ResumeDueWork;
import dev.callout.command.order.Receipts;
import dev.callout.platform.rights.Actors;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens to tickets because time passes: paused work goes on, unconfirmed tickets close, closed ones are archived.
 * One node at a time does each; the ticket itself decides, so that a job that comes too late or twice does no harm.
 */
@Configuration(proxyBeanMethods = false)
class TicketJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TicketJobs.class);
    private static final int AT_A_TIME = 200;

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final TicketCatalog catalog;
    private final Clock clock;

    TicketJobs(CommandGateway commands, QueryGateway queries, TicketCatalog catalog, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Bean
    Task<Void> resumePausedWork() {
        return every(
                "resume-paused-work",
                Duration.ofSeconds(30),
                () -> each(DueKind.RESUME, Duration.ZERO, ResumeDueWork::new));
    }

    @Bean
    Task<Void> closeUnconfirmedTickets() {
        return every(
                "close-unconfirmed-tickets",
                Duration.ofMinutes(5),
                () -> each(DueKind.UNCONFIRMED, catalog.closeAfter(), id -> new CloseUnconfirmed(id, null)));
    }

    @Bean
    Task<Void> archiveClosedTickets() {
        return every(
                "archive-closed-tickets",
                Duration.ofHours(1),
                () -> each(DueKind.ARCHIVE, catalog.archiveAfter(), ArchiveTicket::new));
    }

    @Bean
    Task<Void> sweepForgottenFiles(AttachmentStore files) {
        return every("sweep-forgotten-files", Duration.ofHours(6), files::deleteForgotten);
    }

    @Bean
    Task<Void> forgetOldReceipts(Receipts receipts) {
        return every("forget-old-receipts", Duration.ofHours(6), receipts::forgetOld);
    }

    private static Task<Void> every(String name, Duration delay, Runnable job) {
        return Tasks.recurring(name, FixedDelay.of(delay)).execute((task, context) -> job.run());
    }

    private void each(DueKind kind, Duration age, Function<String, Object> command) {
        Actors.runAs(Actor.SYSTEM, () -> {
            var due = queries.query(new ListTicketsDue(kind, clock.instant().minus(age), AT_A_TIME), DueTickets.class)
                    .join();
            for (var ticket : due.items()) {
                try {
                    commands.sendAndWait(command.apply(ticket.ticketId()));
                } catch (CommandRefused tooLate) { // somebody was faster than the list: the ticket has decided
                    LOG.info("{} for {}: {}", kind, ticket.ticketId(), tooLate.getMessage());
                }
            }
        });
    }
}
