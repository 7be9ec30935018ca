package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in for programs: tokens out, tokens renewed, tokens ended, and who am I. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class AuthController {

    record SignInBody(
            @NotBlank @Size(max = 200) String username,
            @NotEmpty @Size(max = 200) String password,
            @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "SignInBody[" + username + "]"; // whoever logs it must not log the password
        }
    }

    record RefreshBody(@NotBlank @Size(max = 200) String refreshToken) {

        @Override
        public String toString() {
            return "RefreshBody[]";
        }
    }

    record Me(
            String accountId,
            String username,
            String role,
            String customerId,
            String contactId,
            String language,
            String channel) {}

    private final PasswordSignIn passwordSignIn;
    private final SignIns signIns;
    private final Credentials credentials;
    private final SecurityLog securityLog;

    AuthController(PasswordSignIn passwordSignIn, SignIns signIns, Credentials credentials, SecurityLog securityLog) {
        this.passwordSignIn = passwordSignIn;
        this.signIns = signIns;
        this.credentials = credentials;
        this.securityLog = securityLog;
    }

    @PostMapping("/token")
    @Operation(summary = "Sign in with user name and password, and a code where there is a second factor")
    TokenPair token(@Valid @RequestBody SignInBody body, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var credential =
                ApiSignIn.answering(() -> passwordSignIn.check(body.username(), body.password(), body.code(), address));
        securityLog.noteFrom(address, SecurityEventKind.SIGNED_IN, credential.accountId());
        return signIns.start(credential.accountId(), request.getHeader("User-Agent"));
    }

    @PostMapping("/refresh")
    @Operation(summary = "Stay signed in: a refresh token for new tokens, once")
    TokenPair refresh(@Valid @RequestBody RefreshBody body) {
        return signIns.refresh(body.refreshToken())
                .orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED, "Sign in again."));
    }

    @PostMapping("/sign-out")
    @Operation(summary = "End this sign-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        BearerFilter.token(request).flatMap(signIns::find).ifPresent(signIn -> signIns.end(signIn.signInId()));
    }

    @GetMapping("/me")
    @Operation(summary = "Say who is signed in")
    Me me(@AuthenticationPrincipal Actor actor) {
        var credential = credentials.find(actor.accountId());
        return new Me(
                actor.accountId(),
                credential.map(Credential::username).orElse(actor.accountId()),
                actor.role().name(),
                actor.customerId(),
                actor.contactId(),
                credential.map(Credential::language).orElse(null),
                actor.channel());
    }
}
