package dev.callout.query;

import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import org.axonframework.queryhandling.QueryExecutionException;

/** How a question is turned down; the reason travels to the asker, also from another node. */
public final class Refused {

    private Refused() {}

    public static QueryExecutionException notFound() {
        return of(RefusalCode.NOT_FOUND, "There is no such thing.");
    }

    public static QueryExecutionException invalid(String reason) {
        return of(RefusalCode.INVALID_VALUE, reason);
    }

    public static QueryExecutionException of(RefusalCode code, String reason) {
        return new QueryExecutionException(reason, null, new Refusal(code, reason));
    }
}
