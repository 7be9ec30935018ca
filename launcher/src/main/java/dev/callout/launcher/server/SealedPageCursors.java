package dev.callout.launcher.server;

import dev.callout.api.identity.Actor;
import dev.callout.platform.http.Cursors;
import dev.callout.web.frame.PageCursors;
import java.util.List;
import org.springframework.stereotype.Component;

/** The screens' cursors, sealed like those of the API. */
@Component
class SealedPageCursors implements PageCursors {

    private final Cursors cursors;

    SealedPageCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public String seal(Actor actor, String list, String cursor) {
        return cursor == null ? null : cursors.seal(actor, list, List.of(cursor));
    }

    @Override
    public String open(Actor actor, String list, String sealed) {
        return sealed == null ? null : cursors.open(actor, list, sealed).get(0);
    }
}
