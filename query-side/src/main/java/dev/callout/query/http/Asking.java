package dev.callout.query.http;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.Cursors;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Actors;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Puts a request's question to the query side, and seals the cursors that leave the house. */
@Component
public class Asking {

    private final QueryGateway queries;
    private final Cursors cursors;

    Asking(QueryGateway queries, Cursors cursors) {
        this.queries = queries;
        this.cursors = cursors;
    }

    public <A> A ask(Object question, Class<A> answer) {
        return queries.query(question, answer).join();
    }

    public Actor actor() {
        return Actors.current().orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
    }

    /** The cursor inside a sealed one; null when the first page is asked for. */
    public String open(String list, String after) {
        return after == null ? null : cursors.open(actor(), list, after).get(0);
    }

    public <T> Listing<T> listing(String list, List<T> items, String next, Long total) {
        return new Listing<>(items, next == null ? null : cursors.seal(actor(), list, List.of(next)), total);
    }
}
