package dev.callout.platform.audit;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions of processors carry keyed hashes: one that somebody else moved would leave events out. */
@Component
public class KeyedTokens implements FromBefore {

    private static final String OF_A_REBUILD = "rebuild-";

    private final JdbcClient db;
    private final KeyedHash keyed;

    KeyedTokens(JdbcClient db, KeyedHash keyed) {
        this.db = db;
        this.keyed = keyed;
    }

    private record Row(String processor, int segment, byte[] token) {}

    public byte[] close(String processor, int segment, byte[] token) {
        return KeyedJson.close(keyed, context(processor, segment), token);
    }

    public Optional<byte[]> open(String processor, int segment, byte[] token) {
        return KeyedJson.open(keyed, context(processor, segment), token);
    }

    /** When a rebuild is done, its position becomes that of the view. */
    private static Canonical context(String processor, int segment) {
        var name = processor.startsWith(OF_A_REBUILD) ? processor.substring(OF_A_REBUILD.length()) : processor;
        return new Canonical("callout-position-1").text(name).number(segment);
    }

    @Override
    public String name() {
        return "positions";
    }

    /** Positions from before there were keyed hashes. */
    @Override
    public void takeOver() {
        for (var row : rows()) {
            if (!KeyedJson.isClosed(row.token())) {
                db.sql("UPDATE token_entry SET token = ? WHERE processor_name = ? AND segment = ?")
                        .params(close(row.processor(), row.segment(), row.token()), row.processor(), row.segment())
                        .update();
            }
        }
    }

    /** What somebody else wrote. */
    public List<Finding> changed() {
        return rows().stream()
                .filter(row -> open(row.processor(), row.segment(), row.token()).isEmpty())
                .map(row -> Finding.of(
                        Kind.POSITION_CHANGED,
                        "The position of processor %s, segment %d, was not written by this product: its keyed hash does not fit."
                                .formatted(row.processor(), row.segment())))
                .toList();
    }

    private List<Row> rows() {
        return db.sql("SELECT processor_name, segment, token FROM token_entry WHERE token IS NOT NULL"
                        + " ORDER BY processor_name, segment")
                .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getBytes(3)))
                .list();
    }
}
