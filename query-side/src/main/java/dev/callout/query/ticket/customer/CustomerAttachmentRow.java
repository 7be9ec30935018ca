package dev.callout.query.ticket.customer;

import dev.callout.api.ticket.FileAttached;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file that a customer may open. */
@Entity
@Table(name = "customer_ticket_attachment")
class CustomerAttachmentRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String attachmentId;
    private String fileName;
    private String mediaType;
    private long sizeInBytes;
    private Instant attachedAt;

    protected CustomerAttachmentRow() {}

    CustomerAttachmentRow(FileAttached event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        attachmentId = event.attachmentId();
        fileName = event.fileName();
        mediaType = event.mediaType();
        sizeInBytes = event.sizeInBytes();
        attachedAt = event.occurredAt();
    }

    @Override
    public String getId() {
        return position;
    }
}
