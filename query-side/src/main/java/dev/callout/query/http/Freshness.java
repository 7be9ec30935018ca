package dev.callout.query.http;

import dev.callout.platform.http.CalloutHeaders;
import dev.callout.platform.http.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read wait, within bounds, until its views have heard of the caller's own change. */
@Component
class Freshness implements HandlerInterceptor {

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final JdbcClient db;

    Freshness(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        var waitFor = request.getHeader(CalloutHeaders.WAIT_FOR);
        if (waitFor != null && handler instanceof HandlerMethod method && method.hasMethodAnnotation(ReadsFrom.class)) {
            var from = method.getMethodAnnotation(ReadsFrom.class);
            var looksBack = request.getParameter("asOf") != null && from.asOf().length > 0;
            var position = Position.parse(waitFor);
            if (!await(position, View.thatHearOf(position.aggregateId(), looksBack ? from.asOf() : from.value()))) {
                response.setHeader(CalloutHeaders.STALE, "true");
            }
        }
        return true;
    }

    private boolean await(Position position, List<View> views) throws InterruptedException {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        var pause = FIRST_PAUSE_MILLIS;
        while (!haveAllReached(position, views)) {
            if (System.nanoTime() + pause * 1_000_000 > deadline) {
                return false;
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return true;
    }

    private boolean haveAllReached(Position position, List<View> views) {
        return views.stream()
                .allMatch(view -> db.sql(view.versionQuery())
                        .param(position.aggregateId())
                        .query(Long.class)
                        .optional()
                        .filter(version -> version >= position.version())
                        .isPresent());
    }
}
