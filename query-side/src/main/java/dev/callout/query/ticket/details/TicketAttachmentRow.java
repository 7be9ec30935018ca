package dev.callout.query.ticket.details;

import dev.callout.api.ticket.FileAttached;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file that belongs to a ticket; its bytes lie elsewhere. */
@Entity
@Table(name = "ticket_attachment")
class TicketAttachmentRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String attachmentId;
    private String fileName;
    private String mediaType;
    private long sizeInBytes;
    private String sha256;
    private boolean internal;
    private String uploadedBy;
    private String viaTicketId;
    private Instant attachedAt;

    protected TicketAttachmentRow() {}

    TicketAttachmentRow(FileAttached event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        attachmentId = event.attachmentId();
        fileName = event.fileName();
        mediaType = event.mediaType();
        sizeInBytes = event.sizeInBytes();
        sha256 = event.sha256();
        internal = event.internal();
        uploadedBy = event.uploadedBy();
        viaTicketId = event.viaTicketId();
        attachedAt = event.occurredAt();
    }

    @Override
    public String getId() {
        return position;
    }
}
