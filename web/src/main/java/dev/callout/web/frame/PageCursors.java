package dev.callout.web.frame;

import dev.callout.api.identity.Actor;

/** Seals the cursors in the links of pages, as those of the API are: one works for the account and list it was given for. */
public interface PageCursors {

    /** What a link holds; null where a list goes on no further. */
    String seal(Actor actor, String list, String cursor);

    /** The cursor in a link; null for the first page. One that was not sealed so is refused. */
    String open(Actor actor, String list, String sealed);
}
