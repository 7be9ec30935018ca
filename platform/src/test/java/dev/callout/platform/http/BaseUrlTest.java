package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.platform.WillNotStart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A31: links lead where the operator says, and requests for other hosts are not ours. */
class BaseUrlTest {

    private static BaseUrl of(String configured) {
        return new BaseUrl(
                configured, List.of("inner.example"), new MockEnvironment().withProperty("local.server.port", "8123"));
    }

    @Test
    void begins_links_with_what_the_operator_said() {
        assertThat(of("https://desk.example.com/").to("/set-password?token=x"))
                .isEqualTo("https://desk.example.com/set-password?token=x");
        assertThat(of("").to("/x")).isEqualTo("http://localhost:8123/x");
    }

    @Test
    void knows_its_own_hosts_alone() {
        var url = of("https://desk.example.com");
        assertThat(List.of("desk.example.com", "DESK.example.com", "localhost", "127.0.0.1", "inner.example"))
                .allMatch(url::knows);
        assertThat(List.of("evil.test", "desk.example.com.evil.test", "evil.desk.example.com", ""))
                .noneMatch(url::knows);
        assertThat(of("").knows("anything.example")).as("nobody has said which").isTrue();
    }

    @Test
    void turns_requests_for_other_hosts_away() throws Exception {
        assertThat(statusFor("evil.test")).isEqualTo(400);
        assertThat(statusFor("desk.example.com")).isEqualTo(200);
    }

    @Test
    void lets_collectors_and_health_checks_name_the_address_that_they_came_in_at() throws Exception {
        for (var path : List.of("/actuator/prometheus", "/actuator/health/readiness")) {
            assertThat(statusFor("172.18.0.5", path, "172.18.0.5")).isEqualTo(200);
            assertThat(statusFor("[fd00::5]", path, "fd00:0:0:0:0:0:0:5")).isEqualTo(200);
            assertThat(statusFor("172.18.0.6", path, "172.18.0.5")).isEqualTo(400);
            assertThat(statusFor("[fd00::6]", path, "fd00:0:0:0:0:0:0:5")).isEqualTo(400);
            assertThat(statusFor("evil.test", path, "172.18.0.5")).isEqualTo(400);
        }
        for (var path : List.of("/sign-in", "/api/v1/auth/password-reset", "/actuatorium")) {
            assertThat(statusFor("172.18.0.5", path, "172.18.0.5")).isEqualTo(400);
        }
    }

    @Test
    void knows_the_address_that_it_was_told_to_listen_on() {
        var url = new BaseUrl(
                "https://desk.example.com",
                List.of(),
                new MockEnvironment().withProperty("server.address", "192.168.1.5"));
        assertThat(url.knows("192.168.1.5")).isTrue();
        assertThat(url.knows("192.168.1.6")).isFalse();
    }

    private static int statusFor(String host) throws Exception {
        return statusFor(host, "/api/v1/auth/password-reset", "127.0.0.1");
    }

    private static int statusFor(String host, String path, String localAddress) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setLocalAddr(localAddress);
        request.setServerName(host);
        var response = new MockHttpServletResponse();
        new KnownHostFilter(of("https://desk.example.com"), new Problems(new HttpJson()))
                .doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk.example.com",
                "ftp://desk.example.com",
                "https://a@b.example",
                "https://",
                "https://d.example?x"
            })
    void does_not_start_with_what_is_no_address(String configured) {
        assertThatThrownBy(() -> of(configured)).isInstanceOfAny(WillNotStart.class, IllegalArgumentException.class);
    }
}
