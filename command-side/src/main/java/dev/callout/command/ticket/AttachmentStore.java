package dev.callout.command.ticket;

import dev.callout.api.ticket.FileAttached;
import dev.callout.command.ticket.TicketRegister.RegisteredTicket;
import dev.callout.platform.privacy.PersonalTraces;
import dev.callout.platform.privacy.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bytes of attached files, in pieces in the database, so that one backup holds everything. Each piece is sealed under
 * the key of the person whose ticket it belongs to.
 */
@Component
@ProcessingGroup(TicketRegister.GROUP)
class AttachmentStore implements PersonalTraces {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final Seal seal;

    AttachmentStore(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Stores the bytes as not yet attached; if no event says so later, they are swept away. */
    @Transactional
    public void store(String attachmentId, RegisteredTicket ticket, InputStream content) throws IOException {
        deleteUnlessAttached(attachmentId); // an earlier try that was cut off
        jdbc.sql("INSERT INTO attachment (attachment_id, ticket_id, person_id) VALUES (?, ?, ?)")
                .params(attachmentId, ticket.ticketId(), ticket.personId())
                .update();
        byte[] bytes;
        for (var piece = 0; (bytes = content.readNBytes(PIECE)).length > 0; piece++) {
            var sealed = seal.close(ticket.personId(), place(attachmentId, piece), bytes);
            if (sealed.isEmpty()) {
                erase(List.of(ticket.personId()), List.of());
                return;
            }
            jdbc.sql("INSERT INTO attachment_piece (attachment_id, piece, bytes) VALUES (?, ?, ?)")
                    .params(attachmentId, piece, sealed.get())
                    .update();
        }
    }

    private static String place(String attachmentId, int piece) {
        return attachmentId + "/" + piece;
    }

    @Override
    @Transactional
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        jdbc.sql("WITH erased AS (UPDATE attachment SET erased_at = now()"
                        + " WHERE person_id = ANY(:ids) AND erased_at IS NULL RETURNING attachment_id)"
                        + " DELETE FROM attachment_piece WHERE attachment_id IN (SELECT attachment_id FROM erased)")
                .param("ids", personIds.toArray(String[]::new))
                .update();
    }

    boolean isErased(String attachmentId) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM attachment a WHERE attachment_id = ? AND (erased_at IS NOT NULL"
                                + " OR EXISTS (SELECT FROM person_key k WHERE k.person_id = a.person_id AND k.erased_at IS NOT NULL)))")
                .param(attachmentId)
                .query(Boolean.class)
                .single();
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
        var personId = jdbc.sql("SELECT person_id FROM attachment WHERE attachment_id = ?")
                .param(attachmentId)
                .query((row, n) -> Optional.ofNullable(row.getString("person_id")))
                .optional()
                .flatMap(Function.identity());
        for (var piece = 0; ; piece++) {
            var bytes = jdbc.sql("SELECT bytes FROM attachment_piece WHERE attachment_id = ? AND piece = ?")
                    .params(attachmentId, piece)
                    .query(byte[].class)
                    .optional();
            if (bytes.isEmpty()) {
                return;
            }
            out.write(
                    personId.isEmpty() ? bytes.get() : opened(personId.get(), place(attachmentId, piece), bytes.get()));
        }
    }

    private byte[] opened(String personId, String place, byte[] sealed) throws IOException {
        return seal.open(personId, place, sealed).orElseThrow(() -> new IOException("The file was erased."));
    }
}
