package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WholeAnswersTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void are_not_sent_before_they_are_complete() throws Exception {
        new WholeAnswers().doFilter(new MockHttpServletRequest(), response, chain);

        chain.getResponse().getWriter().write("{}");
        chain.getResponse().flushBuffer();

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("{}");
    }
}
