package dev.callout.query.audit;

import dev.callout.api.audit.AuditFilter;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.query.http.Filters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How the audit trail can be narrowed and in which order it is read. */
record AuditParameters(
        String actor,
        String role,
        String channel,
        List<String> event,
        String aggregateId,
        String ticket,
        String commandId,
        String correlationId,
        String traceId,
        String recordedFrom,
        String recordedTo,
        String occurredFrom,
        String occurredTo,
        String sort,
        String pageSize,
        String after,
        String count) {

    private static final String NEWEST = "-recordedAt";
    private static final String OLDEST = "recordedAt";

    AuditFilter filter() {
        return new AuditFilter(
                actor,
                Filters.constant("role", role, Role.class),
                Filters.word("channel", channel, Actor.CHANNELS),
                Filters.words("event", event, EventNames.ALL),
                aggregateId,
                ticket,
                commandId,
                correlationId,
                traceId,
                Filters.time("recordedFrom", recordedFrom),
                Filters.time("recordedTo", recordedTo),
                Filters.time("occurredFrom", occurredFrom),
                Filters.time("occurredTo", occurredTo));
    }

    /** Pages show the newest first, as people look at them; exports tell the story from its beginning. */
    boolean newestFirst(boolean unlessSaid) {
        if (sort != null && !sort.equals(NEWEST) && !sort.equals(OLDEST)) {
            throw Filters.unfit("sort", sort);
        }
        return sort == null ? unlessSaid : sort.equals(NEWEST);
    }

    AuditParameters requireNoPage() {
        if (Stream.of(pageSize, after, count).anyMatch(Objects::nonNull)) {
            throw Filters.invalid("An export has no pages: it holds everything that matches.");
        }
        return this;
    }
}
