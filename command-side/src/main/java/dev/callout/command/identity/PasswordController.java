package dev.callout.command.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets programs ask for a new password, and choose it with the link that came by mail. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class PasswordController {

    record ResetBody(@NotBlank @Size(max = 200) String username) {}

    record NewPasswordBody(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(min = 10, max = 200) String newPassword) {

        @Override
        public String toString() {
            return "NewPasswordBody[]"; // two secrets
        }
    }

    private final ResetRequests requests;
    private final PasswordLinks links;

    PasswordController(ResetRequests requests, PasswordLinks links) {
        this.requests = requests;
        this.links = links;
    }

    @PostMapping("/password-reset")
    @Operation(summary = "Ask for a link to choose a new password; it comes by mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@Valid @RequestBody ResetBody body, HttpServletRequest request) {
        requests.take(body.username(), request.getRemoteAddr());
    }

    @PostMapping("/password")
    @Operation(summary = "Choose a password with the link that came by mail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@Valid @RequestBody NewPasswordBody body) {
        links.choose(body.token(), body.newPassword(), "api");
    }
}
