package dev.callout.command.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of attached files, in pieces in the database, so that one backup holds everything. */
@Component
class AttachmentStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was stored: how much, and its fingerprint. */
    record Stored(long sizeInBytes, String sha256) {}

    /** Stores the bytes as not yet attached; if nothing says so later, they are swept away. */
    @Transactional
    public Stored store(String attachmentId, String ticketId, InputStream content) {
        delete(attachmentId); // an earlier try that was cut off
        jdbc.sql("INSERT INTO attachment (attachment_id, ticket_id) VALUES (?, ?)")
                .params(attachmentId, ticketId)
                .update();
        try (var digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            var size = 0L;
            byte[] bytes;
            for (var piece = 0; (bytes = digesting.readNBytes(PIECE)).length > 0; piece++) {
                jdbc.sql("INSERT INTO attachment_piece (attachment_id, piece, bytes) VALUES (?, ?, ?)")
                        .params(attachmentId, piece, bytes)
                        .update();
                size += bytes.length;
            }
            return new Stored(size, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    void markAttached(String attachmentId) {
        jdbc.sql("UPDATE attachment SET attached = true WHERE attachment_id = ?")
                .param(attachmentId)
                .update();
    }

    void delete(String attachmentId) {
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
