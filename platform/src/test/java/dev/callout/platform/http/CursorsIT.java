package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.OnRealPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealPort
class CursorsIT {

    private static final Actor ANNA = new Actor("ACC-anna", Role.DISPATCHER, null, null, "api");
    private static final Actor BEN = new Actor("ACC-ben", Role.DISPATCHER, null, null, "web");
    private static final List<String> KEYS = List.of("2026-03-02T09:00:00Z", "TCK-1");

    private @Autowired Cursors cursors;
    private @Autowired HttpJson json;
    private @Autowired JdbcClient database;

    @Test
    void opens_what_it_sealed() {
        assertThat(cursors.open(ANNA, "tickets", cursors.seal(ANNA, "tickets", KEYS)))
                .isEqualTo(KEYS);
    }

    @Test // A48
    void refuses_a_cursor_of_another_account_or_list_or_one_that_was_changed() {
        var cursor = cursors.seal(ANNA, "tickets", KEYS);

        assertInvalid(BEN, "tickets", cursor);
        assertInvalid(ANNA, "customers", cursor);
        assertInvalid(ANNA, "tickets", "");
        assertInvalid(ANNA, "tickets", "AAAA");
        assertInvalid(ANNA, "tickets", "not base64!");
        assertInvalid(ANNA, "tickets", cursor + "AAAA");
        for (var i = 0; i < cursor.length() - 1; i++) { // the last character may hold unused bits
            var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid(ANNA, "tickets", cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    private void assertInvalid(Actor actor, String list, String cursor) {
        assertThatThrownBy(() -> cursors.open(actor, list, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("INVALID_CURSOR"));
    }

    @Test
    void still_opens_it_after_a_restart() {
        var afterRestart = new Cursors(new Secrets(database), json);

        assertThat(afterRestart.open(ANNA, "tickets", cursors.seal(ANNA, "tickets", KEYS)))
                .isEqualTo(KEYS);
    }
}
