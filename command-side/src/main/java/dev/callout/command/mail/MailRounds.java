package dev.callout.command.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.callout.platform.http.BaseUrl;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;

/** Takes each mail to the post office: at least once, later and later when that fails, until it is given up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final int LONGEST_ERROR = 500;
    private static final int AT_ONCE = 3;
    private static final Duration UNTIL_A_HAND_IS_FREE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final MailSettings settings;
    private final BaseUrl baseUrl;
    private final Clock clock;
    private final PostOffice postOffice;
    /** A mail server that hangs keeps these busy, and none of the other threads that work for the scheduler. */
    private final Semaphore hands = new Semaphore(AT_ONCE);

    MailRounds(
            Outbox outbox,
            MailSettings settings,
            BaseUrl baseUrl,
            Clock clock,
            @Value("${callout.data-folder:data}") Path dataFolder) {
        this.outbox = outbox;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.clock = clock;
        this.postOffice = settings.smtpHost() == null || settings.smtpHost().isBlank()
                ? new FolderPostOffice(settings.folder() == null ? dataFolder.resolve("mail") : settings.folder())
                : new SmtpPostOffice(settings);
    }

    @Bean
    Task<Void> sendMail() {
        return Tasks.custom(Outbox.SEND, Void.class)
                .execute((task, context) -> send(task.getId())
                        .<CompletionHandler<Void>>map(
                                next -> (completion, operations) -> operations.reschedule(completion, next))
                        .orElseGet(OnCompleteRemove::new));
    }

    /** When to try again, if that is needed. */
    Optional<Instant> send(String mailId) {
        if (!hands.tryAcquire()) {
            return Optional.of(clock.instant().plus(UNTIL_A_HAND_IS_FREE));
        }
        try {
            return sendNow(mailId);
        } finally {
            hands.release();
        }
    }

    private Optional<Instant> sendNow(String mailId) {
        var waiting = outbox.waiting(mailId);
        if (waiting.isEmpty()) {
            return Optional.empty(); // sent by an earlier try that died before it could say so here, or erased
        }
        var mail = waiting.get();
        try {
            postOffice.deliver(
                    mailId,
                    new Envelope(
                            mailId + "@" + baseUrl.host(),
                            mail.writtenAt(),
                            settings.from(),
                            mail.recipient(),
                            mail.text()));
            outbox.sent(mailId);
            return Optional.empty();
        } catch (MessagingException | MailException | IOException e) {
            var next = settings.waitAfter(mail.attempts() + 1)
                    .map(wait -> clock.instant().plus(wait));
            LOG.warn("Mail {} could not be sent, try {}: {}", mailId, mail.attempts() + 1, e.getClass());
            outbox.failed(mailId, inWords(e), next.orElse(null));
            return next;
        }
    }

    private static String inWords(Exception e) {
        var words = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return words.substring(0, Math.min(LONGEST_ERROR, words.length()));
    }
}
