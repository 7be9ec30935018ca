package dev.callout.command.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What {@code ./callout reset-admin} asks for. */
@RestController
@RequestMapping("/api/v1/administrators")
@Tag(name = "Operations")
class AdministratorRecoveryController {

    record RecoveryBody(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,99}")
            String username) {}

    record Recovered(String username, String password) {

        /** The password stays out of logs. */
        @Override
        public String toString() {
            return username;
        }
    }

    private final AdministratorRecovery recovery;

    AdministratorRecoveryController(AdministratorRecovery recovery) {
        this.recovery = recovery;
    }

    @PostMapping("/recovery")
    @Operation(summary = "Make an account an active administrator with a new password, which is answered once")
    ResponseEntity<Recovered> recover(@Valid @RequestBody RecoveryBody body) {
        var password = recovery.recover(body.username());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Recovered(body.username(), password));
    }
}
