package dev.callout.query.ticket.timeline;

import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.FollowUpRaised;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnmerged;
import java.util.Optional;

/** Which other ticket an event is about, too. */
final class OtherTicket {

    private OtherTicket() {}

    static Optional<String> in(TicketEvent event) {
        return Optional.ofNullable(idIn(event));
    }

    private static String idIn(TicketEvent event) {
        if (event instanceof TicketRaised raised) {
            return raised.followUpOf();
        } else if (event instanceof TicketMerged merged) {
            return merged.intoTicketId();
        } else if (event instanceof TicketUnmerged unmerged) {
            return unmerged.fromTicketId();
        } else if (event instanceof DuplicateAbsorbed absorbed) {
            return absorbed.duplicateId();
        } else if (event instanceof DuplicateReleased released) {
            return released.duplicateId();
        } else if (event instanceof TicketLinked linked) {
            return linked.otherTicketId();
        } else if (event instanceof TicketUnlinked unlinked) {
            return unlinked.otherTicketId();
        } else if (event instanceof CommentAdded comment) {
            return comment.viaTicketId();
        } else if (event instanceof NoteAdded note) {
            return note.viaTicketId();
        } else if (event instanceof FollowUpRaised raised) {
            return raised.followUpId();
        } else if (event instanceof FileAttached file) {
            return file.viaTicketId();
        }
        return null;
    }
}
