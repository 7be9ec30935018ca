package dev.callout.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What Tomcat refuses before it comes to any of us, such as an address that is no text: programs get a problem document. */
class RefusedByServer extends ErrorReportValve {

    private final Problems problems;

    RefusedByServer(Problems problems) {
        this.problems = problems;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        var status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0) {
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!Requests.isApi(request)) {
            super.report(request, response, thrown);
        } else if (response.setErrorReported()) {
            try {
                problems.answer(request, response, ProblemCode.of(status));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
