package dev.callout.command.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.OneLine;
import dev.callout.api.RefusalCode;
import dev.callout.api.Typed;
import dev.callout.api.identity.AccountCommand;
import dev.callout.api.identity.ChangeAccountEmail;
import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.DeactivateAccount;
import dev.callout.api.identity.InviteToAccount;
import dev.callout.api.identity.LinkIdentity;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.ResetSecondFactor;
import dev.callout.api.identity.Role;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.OpenedAccount;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.PasswordSignIn;
import dev.callout.platform.identity.TooManyTries;
import dev.callout.platform.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people sign in, and says as what. */
@RestController
@RequestMapping(AccountController.ACCOUNTS)
@Tag(name = "Accounts")
class AccountController {

    static final String ACCOUNTS = "/api/v1/accounts";

    private static final String MAIL_ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*";

    record OpenBody(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,99}")
            String username,

            @NotBlank @OneLine @Size(max = 200) String displayName,
            @NotNull Role role,
            @Size(max = 60) String customerId,
            @Size(max = 60) String contactId,
            @Size(min = 2, max = 10) String language,
            @Size(max = 254) @Pattern(regexp = MAIL_ADDRESS) String email,
            @Size(min = 10, max = 200) String password) {

        OpenBody {
            username = Typed.username(username);
        }

        /** The password and the address stay out of logs, the password out of fingerprints too. */
        @Override
        public String toString() {
            return username + " " + displayName + " " + role + " " + customerId + " " + contactId + " " + language;
        }
    }

    record EmailBody(
            @NotNull @Size(max = 254) @Pattern(regexp = MAIL_ADDRESS)
            String email) {}

    record IdentityBody(
            @NotBlank @Size(max = 500) String issuer,
            @NotBlank @Size(max = 255) String subject) {}

    record RoleBody(@NotNull Role role) {}

    record ReasonBody(@NotBlank @Size(max = 1000) String reason) {}

    record NothingBody() {}

    record PasswordBody(
            @Size(max = 200) String current,

            @NotNull @Size(min = 10, max = 200) String password) {

        @Override
        public String toString() {
            return "password";
        }
    }

    private final Orders orders;
    private final Accounts accounts;
    private final References references;
    private final CommandGateway commands;
    private final AccountOwnership ownership;
    private final Credentials credentials;
    private final PasswordSignIn passwordSignIn;

    AccountController(
            Orders orders,
            Accounts accounts,
            References references,
            CommandGateway commands,
            AccountOwnership ownership,
            Credentials credentials,
            PasswordSignIn passwordSignIn) {
        this.ownership = ownership;
        this.credentials = credentials;
        this.passwordSignIn = passwordSignIn;
        this.orders = orders;
        this.accounts = accounts;
        this.references = references;
        this.commands = commands;
    }

    @PostMapping
    @Operation(
            summary = "Let somebody sign in",
            description = "User names that a company's administrator gives end with the mark of the company, which the"
                    + " answer shows: so no company learns which names others have.")
    ResponseEntity<OpenedAccount> open(@Valid @RequestBody OpenBody body, OrderHead head) {
        if (body.password() == null && body.email() == null) {
            throw ProblemException.invalid("email", "REQUIRED", "Say a password, or where to mail an invitation.");
        }
        var id = head.newId("ACC-");
        var customerId = body.customerId() == null ? head.actor().customerId() : body.customerId();
        var username =
                head.actor().role().isCustomer() ? UserNames.ofCompany(body.username(), customerId) : body.username();
        var command = new OpenAccount(
                id, username, body.displayName(), body.role(), customerId, body.contactId(), body.language());
        requireMay(command, head);
        if (body.role().seesOnlyItsOwn() && body.contactId() == null) {
            throw ProblemException.invalid(
                    "contactId", "REQUIRED", "who has this role sees what one contact reported: say which");
        }
        if (customerId != null) {
            references.requireCustomer(customerId);
            references.requireContact(customerId, body.contactId());
        }
        var answer = Answers.created(ACCOUNTS, accounts.open(head.with(body), command, body.email(), body.password()));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(new OpenedAccount(id, username));
    }

    @PostMapping("/{accountId}/email")
    @Operation(summary = "Say where mail reaches somebody")
    ResponseEntity<Void> changeEmail(
            @PathVariable String accountId, @Valid @RequestBody EmailBody body, OrderHead head) {
        var command = new ChangeAccountEmail(accountId, body.email());
        requireMay(command, head);
        requireKnown(accountId);
        return Answers.done(orders.send(head.with(body), accountId, command));
    }

    @PostMapping("/{accountId}/invitation")
    @Operation(summary = "Ask somebody by mail to choose a password; an earlier invitation no longer works")
    ResponseEntity<Void> invite(@PathVariable String accountId, @Valid @RequestBody NothingBody body, OrderHead head) {
        requireMay(new InviteToAccount(accountId), head);
        requireKnown(accountId);
        var order = head.with(body);
        return Answers.done(orders.alone(order, () -> accounts.invite(order, accountId)));
    }

    @PostMapping("/{accountId}/second-factor/reset")
    @Operation(summary = "Let somebody who lost the second factor sign in without it")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable String accountId) {
        commands.sendAndWait(new ResetSecondFactor(accountId));
    }

    @PostMapping("/{accountId}/identity")
    @Operation(summary = "Let somebody sign in by the outside issuer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@PathVariable String accountId, @Valid @RequestBody IdentityBody body) {
        commands.sendAndWait(new LinkIdentity(accountId, body.issuer(), body.subject()));
    }

    @PostMapping("/{accountId}/role")
    @Operation(summary = "Change somebody's rights")
    ResponseEntity<Void> changeRole(@PathVariable String accountId, @Valid @RequestBody RoleBody body, OrderHead head) {
        requireKnown(accountId);
        return Answers.done(orders.send(head.with(body), accountId, new ChangeAccountRole(accountId, body.role())));
    }

    @PostMapping("/{accountId}/deactivate")
    @Operation(summary = "Let somebody no longer sign in")
    ResponseEntity<Void> deactivate(
            @PathVariable String accountId, @Valid @RequestBody ReasonBody body, OrderHead head) {
        requireKnown(accountId);
        return Answers.done(orders.send(head.with(body), accountId, new DeactivateAccount(accountId, body.reason())));
    }

    @PostMapping("/{accountId}/reactivate")
    @Operation(summary = "Let somebody sign in again")
    ResponseEntity<Void> reactivate(
            @PathVariable String accountId, @Valid @RequestBody NothingBody body, OrderHead head) {
        requireKnown(accountId);
        return Answers.done(orders.send(head.with(body), accountId, new ReactivateAccount(accountId)));
    }

    @PostMapping("/{accountId}/password")
    @Operation(summary = "Give yourself a new password, or somebody else as an administrator")
    ResponseEntity<Void> changePassword(
            @PathVariable String accountId,
            @Valid @RequestBody PasswordBody body,
            OrderHead head,
            HttpServletRequest request) {
        requireMay(new ChangePassword(accountId), head);
        requireKnown(accountId);
        var order = head.with(body);
        return Answers.done(orders.once(order, () -> {
            if (accountId.equals(head.actor().accountId())) {
                requireKnows(body.current(), accountId, request.getRemoteAddr());
            }
            return accounts.changePassword(order, accountId, body.password());
        }));
    }

    /** Whoever finds somebody's token must not become that person for good. */
    private void requireKnows(String password, String accountId, String address) {
        if (password == null) {
            throw ProblemException.invalid("current", "REQUIRED", "give your present password, too");
        }
        try {
            var username = credentials.find(accountId).orElseThrow().username();
            passwordSignIn.check(username, password, address);
        } catch (TooManyTries tooMany) {
            throw new ProblemException(ProblemCode.RATE_LIMITED).retryAfter(tooMany.waitSeconds());
        } catch (BadCredentialsException wrong) {
            throw ProblemException.invalid("current", "WRONG", "is not your present password");
        }
    }

    /** Before anything is looked up: what somebody may not do tells nothing, not even by the time it takes. */
    private void requireMay(AccountCommand command, OrderHead head) {
        Rights.require(head.actor(), command);
        ownership.requireMay(command, head.actor());
    }

    private void requireKnown(String accountId) {
        if (references.account(accountId).isEmpty()) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such account.");
        }
    }
}
