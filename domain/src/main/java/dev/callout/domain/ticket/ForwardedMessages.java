package dev.callout.domain.ticket;

import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Comments, notes and files that were sent to a duplicate and stand on the ticket into which it was merged. */
record ForwardedMessages(List<TicketEvent> messages) {

    /** What came by way of some tickets and was not handed back before. */
    static ForwardedMessages in(List<TicketEvent> survivor, Predicate<String> via) {
        var handedBack = survivor.stream()
                .filter(DuplicateReleased.class::isInstance)
                .flatMap(event -> ((DuplicateReleased) event).handedBackIds().stream())
                .collect(Collectors.toSet());
        return new ForwardedMessages(survivor.stream()
                .filter(event -> viaOf(event) != null && via.test(viaOf(event)) && !handedBack.contains(idOf(event)))
                .toList());
    }

    List<String> ids() {
        return messages.stream().map(ForwardedMessages::idOf).toList();
    }

    /** A ticket merged across customers kept its customer's words and gave only a copy away. */
    List<TicketEvent> missingIn(List<TicketEvent> duplicate) {
        var there = duplicate.stream()
                .filter(event -> idOf(event) != null)
                .map(ForwardedMessages::idOf)
                .collect(Collectors.toSet());
        return messages.stream().filter(event -> !there.contains(idOf(event))).toList();
    }

    private static String viaOf(TicketEvent event) {
        if (event instanceof CommentAdded comment) {
            return comment.viaTicketId();
        }
        if (event instanceof NoteAdded note) {
            return note.viaTicketId();
        }
        return event instanceof FileAttached file ? file.viaTicketId() : null;
    }

    private static String idOf(TicketEvent event) {
        if (event instanceof CommentAdded comment) {
            return comment.commentId();
        }
        if (event instanceof NoteAdded note) {
            return note.noteId();
        }
        return event instanceof FileAttached file ? file.attachmentId() : null;
    }
}
