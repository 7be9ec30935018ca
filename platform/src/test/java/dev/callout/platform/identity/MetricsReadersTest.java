package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.WillNotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class MetricsReadersTest {

    private static final String TOKEN = "a-token-for-the-collector";
    private static final Authentication NOBODY = new TestingAuthenticationToken("nobody", "");

    @Test
    void may_come_with_the_token() {
        assertThat(mayRead(TOKEN, TOKEN, NOBODY)).isTrue();
    }

    @Test
    void may_not_come_with_another_one_or_none() {
        assertThat(mayRead(TOKEN, TOKEN + "x", NOBODY)).isFalse();
        assertThat(mayRead(TOKEN, "", NOBODY)).isFalse();
    }

    @Test
    void find_no_token_where_none_is_set() {
        assertThat(mayRead("", "", NOBODY)).isFalse();
    }

    @Test
    void do_without_a_token_that_could_be_guessed() {
        assertThatThrownBy(() -> new MetricsReaders("secret", ""))
                .isInstanceOf(WillNotStart.class)
                .hasMessageContaining("CALLOUT_METRICS_TOKEN must have 16 characters");
    }

    @Test
    void may_come_with_the_token_that_a_file_holds(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("metrics-token"), TOKEN + "\n");
        var readers = new MetricsReaders("", file.toString());
        assertThat(mayRead(readers, TOKEN, NOBODY)).isTrue();
        assertThat(mayRead(readers, "another-token-for-it", NOBODY)).isFalse();
        assertThatThrownBy(() -> new MetricsReaders("", folder.resolve("none").toString()))
                .isInstanceOf(WillNotStart.class)
                .hasMessageContaining("none");
    }

    @Test
    void may_be_administrators() {
        assertThat(mayRead("", "", signedIn(Role.ADMIN))).isTrue();
        assertThat(mayRead("", "", signedIn(Role.MANAGER))).isFalse();
    }

    private static Authentication signedIn(Role role) {
        return new SignedIn(new Actor("ACC-1", role, null, null, "api"));
    }

    private static boolean mayRead(String token, String shown, Authentication reader) {
        return mayRead(new MetricsReaders(token, ""), shown, reader);
    }

    private static boolean mayRead(MetricsReaders readers, String shown, Authentication reader) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + shown);
        return readers.authorize(() -> reader, new RequestAuthorizationContext(request))
                .isGranted();
    }
}
