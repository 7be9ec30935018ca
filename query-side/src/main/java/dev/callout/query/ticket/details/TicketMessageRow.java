package dev.callout.query.ticket.details;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody wrote on a ticket, to the customer or among staff. */
@Entity
@Table(name = "ticket_message")
class TicketMessageRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String messageId;
    private boolean internal;
    private @Enumerated(STRING) AuthorKind authorKind;
    private String authorId;
    private String contactId;
    private String body;
    private String attachmentId;
    private String fileName;
    private String viaTicketId;
    private Instant writtenAt;

    protected TicketMessageRow() {}

    TicketMessageRow(CommentAdded event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        messageId = event.commentId();
        authorKind = event.authorKind();
        authorId = event.authorId();
        contactId = event.contactId();
        body = event.body();
        viaTicketId = event.viaTicketId();
        writtenAt = event.occurredAt();
    }

    TicketMessageRow(NoteAdded event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        messageId = event.noteId();
        internal = true;
        authorKind = AuthorKind.STAFF;
        authorId = event.authorId();
        contactId = event.contactId();
        body = event.body();
        viaTicketId = event.viaTicketId();
        writtenAt = event.occurredAt();
    }

    /** A file alone says something, too. */
    TicketMessageRow(FileAttached event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        messageId = event.attachmentId();
        internal = event.internal();
        authorKind = event.authorKind();
        authorId = event.uploadedBy();
        contactId = event.contactId();
        body = event.fileName();
        attachmentId = event.attachmentId();
        fileName = event.fileName();
        viaTicketId = event.viaTicketId();
        writtenAt = event.occurredAt();
    }

    @Override
    public String getId() {
        return position;
    }
}
