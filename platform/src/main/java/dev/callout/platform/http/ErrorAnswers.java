package dev.callout.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last resort for what went wrong outside any controller: people get a page, programs a problem document. */
@Controller
class ErrorAnswers extends AbstractErrorController {

    private final Problems problems;

    ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> pages, Problems problems) {
        super(attributes, pages);
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var known = Optional.ofNullable(thrown).flatMap(ProblemTranslator::translate);
        if (!Requests.isApi(request) && wantsPage(request)) {
            var status =
                    known.map(problem -> HttpStatus.valueOf(problem.status())).orElseGet(() -> getStatus(request));
            var page = resolveErrorView(request, response, status, Map.of("status", status.value()));
            if (page != null) {
                known.ifPresent(problem -> problem.tellHeaders(response));
                response.setStatus(status.value());
                return page;
            }
        }
        if (thrown != null) {
            problems.answer(request, response, thrown);
        } else {
            problems.answer(request, response, ProblemCode.of(getStatus(request).value()));
        }
        return null;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
