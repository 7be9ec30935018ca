package dev.callout.command.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.EndOtherSignIns;
import dev.callout.api.identity.EndSignIn;
import dev.callout.platform.identity.CurrentSignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people end sign-ins of theirs that they no longer use or never began, and administrators anybody's. */
@RestController
@RequestMapping("/api/v1/auth/sign-ins")
@Tag(name = "Sign-in")
class SignInController {

    private final CommandGateway commands;

    SignInController(CommandGateway commands) {
        this.commands = commands;
    }

    @DeleteMapping("/{signInId}")
    @Operation(summary = "End one sign-in, on whatever device it is")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String signInId,
            @RequestParam(required = false) String accountId) {
        commands.sendAndWait(new EndSignIn(accountId == null ? actor.accountId() : accountId, signInId));
    }

    @DeleteMapping
    @Operation(summary = "End all sign-ins but this one; of another account, all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(@AuthenticationPrincipal Actor actor, @RequestParam(required = false) String accountId) {
        var whose = accountId == null ? actor.accountId() : accountId;
        commands.sendAndWait(new EndOtherSignIns(whose, CurrentSignIn.id().orElse(null)));
    }
}
