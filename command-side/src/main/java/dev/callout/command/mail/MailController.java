package dev.callout.command.mail;

import dev.callout.api.mail.RetryMail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets managers have a mail tried again. */
@RestController
@RequestMapping("/api/v1/mail")
@Tag(name = "Mail")
class MailController {

    private final CommandGateway commands;

    MailController(CommandGateway commands) {
        this.commands = commands;
    }

    @PostMapping("/{mailId}/retry")
    @Operation(summary = "Try again to send a mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String mailId) {
        commands.sendAndWait(new RetryMail(mailId));
    }
}
