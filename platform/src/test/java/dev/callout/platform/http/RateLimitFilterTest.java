package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.rights.Actors;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {

    private static final Actor ANNA = new Actor("ACC-anna", Role.DISPATCHER, null, null, "api");
    private static final Actor BEN = new Actor("ACC-ben", Role.DISPATCHER, null, null, "api");
    private static final Actor OPERATOR = new Actor("operator", Role.ADMIN, null, null, "cli");

    private final RateLimitFilter filter = new RateLimitFilter(3, OPERATOR::equals, new Problems(new HttpJson()));

    @Test
    void stops_one_caller_and_not_the_other() throws Exception {
        for (var left = 2; left >= 0; left--) {
            assertThat(ask(ANNA, "10.0.0.1").getHeader("RateLimit")).contains("r=" + left);
        }

        var refused = ask(ANNA, "10.0.0.2");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("RATE_LIMITED");
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 4);
        assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=10");
        assertThat(ask(BEN, "10.0.0.1").getStatus()).isEqualTo(200);
    }

    @Test
    void counts_strangers_by_address_whatever_they_say_of_it() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(ask(null, "10.0.0.3").getStatus()).isEqualTo(200);
        }

        assertThat(ask(null, "10.0.0.3").getStatus()).isEqualTo(429);
        assertThat(ask(null, "10.0.0.4").getStatus()).isEqualTo(200);
    }

    @Test
    void lets_the_operator_work() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(ask(OPERATOR, "127.0.0.1").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void can_be_switched_off() throws Exception {
        var off = new RateLimitFilter(0, OPERATOR::equals, new Problems(new HttpJson()));
        var response = new MockHttpServletResponse();
        off.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());

        assertThat(response.getHeader("RateLimit")).isNull();
    }

    private MockHttpServletResponse ask(Actor actor, String address) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/probe");
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", "192.0.2." + System.nanoTime() % 250);
        var response = new MockHttpServletResponse();
        if (actor == null) {
            filter.doFilter(request, response, new MockFilterChain());
        } else {
            Actors.runAs(actor, () -> {
                try {
                    filter.doFilter(request, response, new MockFilterChain());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return response;
    }
}
