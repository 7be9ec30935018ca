package dev.callout.command.ticket;

import dev.callout.api.ticket.FileAttached;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of attached files, in pieces in the database, so that one backup holds everything. */
@Component
@ProcessingGroup(TicketRegister.GROUP)
class AttachmentStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the bytes as not yet attached; if no event says so later, they are swept away. */
    @Transactional
    public void store(String attachmentId, String ticketId, InputStream content) throws IOException {
        deleteUnlessAttached(attachmentId); // an earlier try that was cut off
        jdbc.sql("INSERT INTO attachment (attachment_id, ticket_id) VALUES (?, ?)")
                .params(attachmentId, ticketId)
                .update();
        byte[] bytes;
        for (var piece = 0; (bytes = content.readNBytes(PIECE)).length > 0; piece++) {
            jdbc.sql("INSERT INTO attachment_piece (attachment_id, piece, bytes) VALUES (?, ?, ?)")
                    .params(attachmentId, piece, bytes)
                    .update();
        }
    }

    /** In the transaction of the event itself: a file that was acknowledged is never swept away. */
    @EventHandler
    void on(FileAttached event) {
        jdbc.sql("UPDATE attachment SET attached = true WHERE attachment_id = ?")
                .param(event.attachmentId())
                .update();
    }

    void deleteUnlessAttached(String attachmentId) {
        jdbc.sql("DELETE FROM attachment WHERE attachment_id = ? AND NOT attached")
                .param(attachmentId)
                .update();
    }

    /** Sweeps away what was uploaded a day ago and never attached. */
    int deleteForgotten() {
        return jdbc.sql("DELETE FROM attachment WHERE NOT attached AND stored_at < now() - interval '1 day'")
                .update();
    }

    void write(String attachmentId, OutputStream out) throws IOException {
        for (var piece = 0; ; piece++) {
            var bytes = jdbc.sql("SELECT bytes FROM attachment_piece WHERE attachment_id = ? AND piece = ?")
                    .params(attachmentId, piece)
                    .query(byte[].class)
                    .optional();
            if (bytes.isEmpty()) {
                return;
            }
            out.write(bytes.get());
        }
    }
}
