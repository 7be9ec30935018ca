package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import dev.callout.platform.OnRealPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnRealPort
class FirstAdministratorIT {

    private @Autowired Credentials credentials;
    private @Autowired CommandBus commandBus;
    private @Autowired CommandGateway commands;
    private @Autowired JdbcClient database;
    private @Autowired TransactionTemplate transaction;

    private final List<OpenAccount> opened = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private Registration handler;

    @BeforeEach
    void emptyHouse() {
        database.sql("delete from credential").update();
        handler = commandBus.subscribe(OpenAccount.class.getName(), command -> {
            if (!opened.isEmpty()) {
                throw new AggregateStreamCreationException("twice");
            }
            opened.add((OpenAccount) command.getPayload());
            return null;
        });
    }

    @AfterEach
    void leave() {
        handler.close();
        database.sql("delete from credential").update();
    }

    private FirstAdministrator start(boolean demo, FirstSignInNotice notice) {
        return new FirstAdministrator(
                credentials,
                provide(CommandGateway.class, commands),
                provide(FirstSignInNotice.class, notice),
                transaction,
                demo);
    }

    private static <T> ObjectProvider<T> provide(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("it", bean)).getBeanProvider(type);
    }

    @Test
    void opens_one_account_and_shows_its_password_once() {
        start(false, (username, password) -> shown.add(password)).openIfNeeded();
        start(false, (username, password) -> shown.add(password)).openIfNeeded();

        assertThat(opened).singleElement().extracting(OpenAccount::role).isEqualTo(Role.ADMIN);
        assertThat(shown).singleElement().satisfies(password -> {
            assertThat(password).hasSize(20);
            assertThat(credentials.matches(opened.get(0).accountId(), password)).isTrue();
        });
    }

    @Test
    void takes_up_a_start_that_died_half_way() {
        FirstSignInNotice dies = (username, password) -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> start(false, dies).openIfNeeded()).hasMessage("killed");
        assertThat(credentials.isEmpty()).isTrue();

        start(false, (username, password) -> shown.add(password)).openIfNeeded();

        assertThat(credentials.matches(FirstAdministrator.ACCOUNT_ID, shown.get(0)))
                .isTrue();
    }

    @Test
    void leaves_the_demo_alone() {
        start(true, mock()).openIfNeeded();

        assertThat(opened).isEmpty();
        assertThat(credentials.isEmpty()).isTrue();
    }
}
