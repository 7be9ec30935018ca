package dev.callout.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = WebTestApp.class)
class FrameTest {

    private static final Pattern INLINE =
            Pattern.compile("<style|<script(?![^>]*src=)|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    @MockitoBean
    QueryGateway queries;

    @Autowired
    WebApplicationContext context;

    @Test
    void sends_strangers_to_the_door() throws Exception {
        assertThat(new Browser(context).open("/").getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void shows_strangers_no_navigation() throws Exception {
        assertThat(new Browser(context).open("/sign-in").getContentAsString()).doesNotContain("<nav", "/sign-out");
    }

    @Test
    void carries_no_inline_script_or_style() throws Exception {
        assertThat(new Browser(context).open("/sign-in").getContentAsString()).doesNotContainPattern(INLINE);
    }

    @Test
    void lets_people_out_again() throws Exception {
        var browser = new Browser(context).signIn("dispatcher");

        assertThat(browser.submit("/sign-in", "/sign-out").getRedirectedUrl()).isEqualTo("/sign-in?bye");
        assertThat(browser.open("/").getRedirectedUrl()).endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/callout.css", "/assets/callout.svg", "/webjars/htmx.org/dist/htmx.min.js"})
    void finds_what_it_links_to(String path) throws Exception {
        assertThat(new Browser(context).open(path).getStatus()).isEqualTo(200);
    }
}
