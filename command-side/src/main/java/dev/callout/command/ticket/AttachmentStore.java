package dev.callout.command.ticket;

import dev.callout.api.ticket.FileAttached;
import dev.callout.command.ticket.TicketRegister.RegisteredTicket;
import dev.callout.command.usage.Usage;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.platform.privacy.PersonalTraces;
import dev.callout.platform.privacy.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bytes of attached files, in pieces in the database, so that one backup holds everything. Each piece is sealed under
 * the keys of the person whose ticket it belongs to and of the account that sent it.
 */
@Component
@ProcessingGroup(TicketRegister.GROUP)
class AttachmentStore implements PersonalTraces {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Usage usage;
    private final TransactionTemplate transaction;

    AttachmentStore(JdbcClient jdbc, Seal seal, Usage usage, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.usage = usage;
        this.transaction = transaction;
    }

    /** Stores the bytes as not yet attached; if no event says so later, they are swept away. */
    void store(String attachmentId, RegisteredTicket ticket, String authorId, long size, InputStream content) {
        transaction.executeWithoutResult(takesRoom -> {
            deleteUnlessAttached(attachmentId); // an earlier try that was cut off
            usage.requireStorage(ticket.ticketId(), ticket.customerId(), authorId, size);
            jdbc.sql("INSERT INTO attachment (attachment_id, ticket_id, person_id, author_id, size_in_bytes)"
                            + " VALUES (?, ?, ?, ?, ?)")
                    .params(attachmentId, ticket.ticketId(), ticket.personId(), authorId, size)
                    .update();
        });
        try {
            transaction.executeWithoutResult(open -> storePieces(attachmentId, ticket, authorId, content));
        } catch (RuntimeException failed) {
            deleteUnlessAttached(attachmentId);
            throw failed;
        }
    }

    private void storePieces(String attachmentId, RegisteredTicket ticket, String authorId, InputStream content) {
        var persons = List.of(ticket.personId(), authorId);
        try {
            byte[] bytes;
            for (var piece = 0; (bytes = content.readNBytes(PIECE)).length > 0; piece++) {
                var sealed = seal.close(persons, place(attachmentId, piece), bytes);
                if (sealed.isEmpty()) {
                    erase(attachmentId);
                    return;
                }
                jdbc.sql("INSERT INTO attachment_piece (attachment_id, piece, bytes) VALUES (?, ?, ?)")
                        .params(attachmentId, piece, sealed.get())
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(String attachmentId, int piece) {
        return attachmentId + "/" + piece;
    }

    @Override
    @Transactional
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        jdbc.sql("SELECT attachment_id FROM attachment"
                        + " WHERE (person_id = ANY(:ids) OR author_id = ANY(:ids)) AND erased_at IS NULL")
                .param("ids", personIds.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(this::erase);
    }

    private void erase(String attachmentId) {
        jdbc.sql("UPDATE attachment SET erased_at = now() WHERE attachment_id = ?")
                .param(attachmentId)
                .update();
        jdbc.sql("DELETE FROM attachment_piece WHERE attachment_id = ?")
                .param(attachmentId)
                .update();
    }

    boolean isErased(String attachmentId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM attachment a WHERE attachment_id = ? AND (erased_at IS NOT NULL OR "
                        + PersonKeys.isErasedSql("a.person_id") + " OR " + PersonKeys.isErasedSql("a.author_id") + "))")
                .param(attachmentId)
                .query(Boolean.class)
                .single();
    }

    /** In the transaction of the event itself: a file that was acknowledged is never swept away. It follows merges. */
    @EventHandler
    void on(FileAttached event) {
        var stored = jdbc.sql("UPDATE attachment SET attached = true, ticket_id = ? WHERE attachment_id = ?")
                .params(event.ticketId(), event.attachmentId())
                .update();
        if (stored == 0) {
            throw new ProblemException(
                    ProblemCode.CONCURRENT_CHANGE, "The bytes of this file are not there (any more); send it again.");
        }
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

    /** Whether all of its pieces are there. */
    boolean isWhole(String attachmentId, long size) {
        return jdbc.sql("SELECT count(*) FROM attachment_piece WHERE attachment_id = ? AND piece < ?")
                        .params(attachmentId, pieces(size))
                        .query(Long.class)
                        .single()
                == pieces(size);
    }

    private static long pieces(long size) {
        return (size + PIECE - 1) / PIECE;
    }

    /** Fails where a piece is missing: a download that just ended would look like a slow one. */
    void write(String attachmentId, long size, OutputStream out) throws IOException {
        var persons = persons(attachmentId);
        for (var piece = 0; piece < pieces(size); piece++) {
            var bytes = jdbc.sql("SELECT bytes FROM attachment_piece WHERE attachment_id = ? AND piece = ?")
                    .params(attachmentId, piece)
                    .query(byte[].class)
                    .optional()
                    .orElseThrow(() -> new IOException("A piece of the file is missing."));
            out.write(seal.open(persons, place(attachmentId, piece), bytes)
                    .orElseThrow(() -> new IOException("The file was erased.")));
        }
    }

    /** With whose keys the pieces are encrypted: none for those from before that was done. */
    private List<String> persons(String attachmentId) {
        return jdbc.sql("SELECT person_id, author_id FROM attachment WHERE attachment_id = ?")
                .param(attachmentId)
                .query((row, n) -> Stream.of(row.getString("person_id"), row.getString("author_id"))
                        .filter(Objects::nonNull)
                        .toList())
                .optional()
                .orElse(List.of());
    }
}
