package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class ErrorAnswersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ErrorAnswers answers = new ErrorAnswers(
            new DefaultErrorAttributes(),
            List.of((asked, status, model) -> new ModelAndView("error", Map.of("shown", status.value()))),
            mock());

    @Test
    void people_read_that_the_database_is_away_even_where_no_controller_was_reached() throws Exception {
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION, new CannotGetJdbcConnectionException("connection refused"));

        var page = answers.answer(request, response);

        assertThat(page.getModel()).containsEntry("shown", 503);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
    }

    @Test
    void what_nobody_knows_stays_an_accident() throws Exception {
        request.addHeader("Accept", "text/html");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("oops"));

        assertThat(answers.answer(request, response).getModel()).containsEntry("shown", 500);
        assertThat(response.getStatus()).isEqualTo(500);
    }
}
