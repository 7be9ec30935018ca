package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.callout.platform.http.BaseUrl;
import jakarta.servlet.SessionCookieConfig;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

/** A38: what the session's cookie is called decides who may set it. */
class SessionCookieTest {

    private static SessionCookieConfig cookie(boolean behindHttps) throws Exception {
        var baseUrl = mock(BaseUrl.class);
        when(baseUrl.isEncrypted()).thenReturn(behindHttps);
        var server = new MockServletContext();
        new SecurityChains(null, null, Set.of(), 1000, false)
                .cookieBehindHttps(baseUrl)
                .onStartup(server);
        return server.getSessionCookieConfig();
    }

    @Test
    void behind_https_no_other_host_can_set_it() throws Exception {
        assertThat(cookie(true))
                .returns("__Host-callout", SessionCookieConfig::getName)
                .returns(true, SessionCookieConfig::isSecure)
                .returns("/", SessionCookieConfig::getPath)
                .returns(null, SessionCookieConfig::getDomain);
    }

    @Test
    void without_https_it_keeps_the_name_that_browsers_take() throws Exception {
        assertThat(cookie(false).getName()).isNotEqualTo("__Host-callout");
    }
}
