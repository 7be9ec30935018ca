package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets programs set up the second factor of whoever is signed in. Its secrets travel in no message. */
@RestController
@RequestMapping("/api/v1/auth/second-factor")
@Tag(name = "Sign-in")
class SecondFactorController {

    record PasswordBody(@NotEmpty @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "PasswordBody[]";
        }
    }

    record CodeBody(@NotBlank @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "CodeBody[]";
        }
    }

    record Codes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Codes[]";
        }
    }

    private final Credentials credentials;
    private final PasswordSignIn passwordSignIn;
    private final SecondFactors secondFactors;

    SecondFactorController(Credentials credentials, PasswordSignIn passwordSignIn, SecondFactors secondFactors) {
        this.credentials = credentials;
        this.passwordSignIn = passwordSignIn;
        this.secondFactors = secondFactors;
    }

    @PostMapping
    @Operation(summary = "Begin with a second factor: a secret for your authenticator app, for your password")
    SecondFactors.Enrolment begin(
            @AuthenticationPrincipal Actor actor, @Valid @RequestBody PasswordBody body, HttpServletRequest request) {
        var credential =
                credentials.find(actor.accountId()).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        ApiSignIn.answering(
                () -> passwordSignIn.check(credential.username(), body.password(), request.getRemoteAddr()));
        return secondFactors.begin(credential.accountId(), credential.username());
    }

    @PostMapping("/confirmation")
    @Operation(summary = "Switch the second factor on with the first code; answers recovery codes, once")
    Codes confirm(@AuthenticationPrincipal Actor actor, @Valid @RequestBody CodeBody body) {
        return new Codes(ApiSignIn.answering(() -> secondFactors.confirm(actor.accountId(), body.code())));
    }

    @PostMapping("/recovery-codes")
    @Operation(summary = "Get ten new recovery codes for a code; the old ones no longer work")
    Codes renew(@AuthenticationPrincipal Actor actor, @Valid @RequestBody CodeBody body) {
        return new Codes(ApiSignIn.answering(() -> secondFactors.renewRecoveryCodes(actor.accountId(), body.code())));
    }

    @PostMapping("/disable")
    @Operation(summary = "Sign in without a second factor from now on, for a code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@AuthenticationPrincipal Actor actor, @Valid @RequestBody CodeBody body) {
        ApiSignIn.answering(() -> {
            secondFactors.disable(actor.accountId(), body.code());
            return null;
        });
    }
}
