package dev.callout.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers a request with a problem document. Every "no" of the API leaves the house through here. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final HttpJson json;

    Problems(HttpJson json) {
        this.json = json;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        if (BrokenRequest.isMeantBy(thrown)) {
            log.info("A request to {} could not be read: {}", clean(Requests.path(request)), clean(thrown.toString()));
        }
        answer(
                request,
                response,
                ProblemTranslator.translate(thrown).orElseGet(() -> accident(Requests.path(request), thrown)));
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, ProblemCode code) throws IOException {
        answer(request, response, Problem.of(code));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return; // half an answer is out already; the broken connection says the rest
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.tellHeaders(response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.mapper()
                .writeValue(
                        response.getOutputStream(), problem.at(Requests.path(request), TraceIdFilter.traceId(request)));
        response.flushBuffer();
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** The caller gets a number to quote; what happened stands in the log under it. */
    private static Problem accident(String path, Throwable thrown) {
        var incident = UUID.randomUUID().toString();
        log.error("Incident {} at {}", incident, clean(path), thrown);
        return Problem.of(ProblemCode.INTERNAL_ERROR, "Incident " + incident, null);
    }
}
