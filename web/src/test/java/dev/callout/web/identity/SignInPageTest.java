package dev.callout.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = WebTestApp.class)
class SignInPageTest {

    @MockitoBean
    QueryGateway queries;

    @Autowired
    WebApplicationContext context;

    private Browser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(context);
    }

    @Test
    void lets_in_who_knows_the_password() throws Exception {
        var answer = browser.submit("/sign-in", "/sign-in", "username", "dispatcher", "password", "pw");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void sends_who_does_not_back_to_a_page_that_says_so() throws Exception {
        var answer = browser.submit("/sign-in", "/sign-in", "username", "dispatcher", "password", "guess");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?error");
        assertThat(browser.open("/sign-in?error=").getContentAsString())
                .contains("role=\"alert\"", "do not match", "aria-describedby=\"failed\"");
    }

    @Test
    void says_nothing_of_a_failure_before_the_first_try() throws Exception {
        assertThat(browser.open("/sign-in").getContentAsString()).doesNotContain("do not match", "aria-describedby");
    }

    @Test
    void takes_no_password_without_the_token_of_its_own_form() throws Exception {
        var answer =
                browser.send(post("/sign-in").param("username", "dispatcher").param("password", "pw"));

        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void labels_every_field() throws Exception {
        assertThat(browser.open("/sign-in").getContentAsString())
                .contains("for=\"username\"", "id=\"username\"", "for=\"password\"", "id=\"password\"");
    }

    @Test
    void remembers_the_page_asked_for() throws Exception {
        assertThat(browser.send(get("/sign-in").param("next", "/?status=ASSIGNED"))
                        .getContentAsString())
                .contains("name=\"next\" value=\"/?status=ASSIGNED\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.test", "/\\evil.test", "/\t/evil.test", "https://evil.test", "javascript:alert(1)", ""})
    void never_leads_to_another_site(String next) throws Exception {
        assertThat(browser.send(get("/sign-in").param("next", next)).getContentAsString())
                .doesNotContain("name=\"next\"");
    }

    @Test
    void says_how_long_to_wait_after_too_many_tries() throws Exception {
        assertThat(browser.open("/sign-in?wait=20").getContentAsString()).contains("wait a minute before");
        assertThat(browser.open("/sign-in?wait=121").getContentAsString()).contains("wait 3 minutes before");
    }

    @Test
    void confirms_that_somebody_is_signed_out() throws Exception {
        assertThat(browser.open("/sign-in?bye=").getContentAsString()).contains("You are signed out");
    }
}
