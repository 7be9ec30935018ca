package dev.callout.query.ticket.customer;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.FileAttached;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was written between a customer and us on a ticket. */
@Entity
@Table(name = "customer_ticket_entry")
class CustomerEntryRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String entryId;
    private @Enumerated(STRING) AuthorKind authorKind;
    private String authorId;
    private String contactId;
    private String body;
    private String attachmentId;
    private String fileName;
    private Instant writtenAt;

    protected CustomerEntryRow() {}

    CustomerEntryRow(String ticketId, CommentAdded event, long version) {
        position = event.ticketId() + "@" + version;
        this.ticketId = ticketId;
        this.version = version;
        entryId = event.commentId();
        authorKind = event.authorKind();
        authorId = event.authorId();
        contactId = event.contactId();
        body = event.body();
        writtenAt = event.occurredAt();
    }

    /** A file alone says something, too. */
    CustomerEntryRow(FileAttached event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        entryId = event.attachmentId();
        authorKind = event.authorKind();
        authorId = event.uploadedBy();
        contactId = event.contactId();
        body = event.fileName();
        attachmentId = event.attachmentId();
        fileName = event.fileName();
        writtenAt = event.occurredAt();
    }

    @Override
    public String getId() {
        return position;
    }
}
