package dev.callout.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
import jakarta.servlet.RequestDispatcher;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = WebTestApp.class)
class ErrorPageTest {

    @MockitoBean
    QueryGateway queries;

    @Autowired
    WebApplicationContext context;

    @ParameterizedTest
    @CsvSource({"404, There is no such page", "403, not for your role", "400, made no sense", "500, broke on our side"})
    void says_in_the_frame_what_went_wrong(int status, String words) throws Exception {
        assertThat(pageFor(status)).contains(words, "class=\"brand\"");
    }

    @Test
    void tells_nothing_of_the_inside() throws Exception {
        assertThat(pageFor(500))
                .doesNotContain("IllegalStateException", "password=secret", "at dev.callout", "/tickets/<b>");
    }

    @Test
    void keeps_the_way_back_for_who_is_signed_in() throws Exception {
        assertThat(pageFor(404, new Browser(context).signIn("dispatcher"))).contains("/sign-out", "<nav");
    }

    private String pageFor(int status) throws Exception {
        return pageFor(status, new Browser(context));
    }

    private String pageFor(int status, Browser browser) throws Exception {
        return browser.send(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/tickets/<b>")
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("password=secret leaked")))
                .getContentAsString();
    }
}
