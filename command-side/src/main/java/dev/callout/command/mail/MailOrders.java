package dev.callout.command.mail;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.mail.RetryMail;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes orders about mail. */
@Component
class MailOrders {

    private final Outbox outbox;

    MailOrders(Outbox outbox) {
        this.outbox = outbox;
    }

    @CommandHandler
    void handle(RetryMail command) {
        if (!outbox.retry(command.mailId())) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such mail that could be sent.");
        }
    }
}
