package dev.callout.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which address a request was made to, also after the servlet container turned it to the error page. */
final class Requests {

    private Requests() {}

    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    /** Whether programs ask, and not people: they get problem documents, people get pages. */
    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }
}
