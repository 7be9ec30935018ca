package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.RunningCallout;
import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Inside;
import dev.callout.platform.rights.Actors;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R08: the framework's way to create what may be missing leaves a lock behind when that fails; ours must not. */
@ExtendWith(RunningCallout.class)
class FailedCreationIT {

    private static final Actor ADMIN = new Actor("ACC-admin", Role.ADMIN, null, null, "test");
    private static final Duration PATIENCE = Duration.ofSeconds(5); // a lock that was left is held for ever

    private final CommandGateway commands;

    FailedCreationIT(RunningCallout callout) {
        commands = Inside.of(callout).getBean(CommandGateway.class);
    }

    @Test
    void the_next_command_on_the_same_id_is_answered_in_another_thread() throws Exception {
        for (var i = 0; i < 20; i++) {
            var accountId = "ACC-" + UUID.randomUUID();
            assertThatThrownBy(() -> send(open(accountId, Role.CUSTOMER_USER))) // of no customer
                    .isInstanceOf(CommandRefused.class);
            var next = CompletableFuture.supplyAsync(() -> send(open(accountId, Role.TECHNICIAN)));
            assertThat(next.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        }
    }

    private Object send(OpenAccount command) {
        return Actors.runAs(ADMIN, () -> commands.sendAndWait(command));
    }

    private static OpenAccount open(String accountId, Role role) {
        return new OpenAccount(accountId, "user-" + accountId, "Robin Wright", role, null, null, "en");
    }
}
