package dev.callout.query.identity;

import dev.callout.api.identity.FindSecondFactor;
import dev.callout.api.identity.ListSignIns;
import dev.callout.api.identity.SecondFactorState;
import dev.callout.api.identity.SignInKind;
import dev.callout.api.identity.SignInList;
import dev.callout.platform.identity.CurrentSignIn;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets people see where they are signed in, and administrators where anybody is. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class SignInReadController {

    /** One sign-in; {@code current} is the one that asks. */
    record SignIn(
            String signInId, SignInKind kind, String agent, Instant startedAt, Instant lastSeenAt, boolean current) {}

    private final Asking asking;

    SignInReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping("/sign-ins")
    @Operation(summary = "List where somebody is signed in now")
    Listing<SignIn> list(@RequestParam(required = false) String accountId) {
        var own = CurrentSignIn.id().orElse("");
        var items = asking.ask(new ListSignIns(whose(accountId)), SignInList.class).items().stream()
                .map(line -> new SignIn(
                        line.signInId(),
                        line.kind(),
                        line.agent(),
                        line.startedAt(),
                        line.lastSeenAt(),
                        line.signInId().equals(own)))
                .toList();
        return new Listing<>(items, null, null);
    }

    @GetMapping("/second-factor")
    @Operation(summary = "Say whether somebody signs in with a second factor")
    SecondFactorState secondFactor(@RequestParam(required = false) String accountId) {
        return asking.ask(new FindSecondFactor(whose(accountId)), SecondFactorState.class);
    }

    private String whose(String accountId) {
        return accountId == null ? asking.actor().accountId() : accountId;
    }
}
