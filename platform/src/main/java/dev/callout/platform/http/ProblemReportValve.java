package dev.callout.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what never came as far as our filters, such as an address that cannot be read, like everything else. */
public class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return; // nothing is wrong, or somebody has said already what is
        }
        var problem = Problem.of(ProblemCode.of(response.getStatus())).at(request.getRequestURI(), null);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream()
                    .write(JsonMapper.shared().writeValueAsString(problem).getBytes(UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            // whoever asked no longer listens
        }
    }
}
