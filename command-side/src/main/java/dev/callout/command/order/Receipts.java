package dev.callout.command.order;

import dev.callout.platform.privacy.PersonalTraces;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the answer to each accepted command, in the transaction that stores its events. */
@Component
public class Receipts implements PersonalTraces {

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a duplicate key when the command was accepted before. */
    void keep(UUID commandId, byte[] requestHash, Receipt receipt) {
        jdbc.sql("INSERT INTO command_receipt (command_id, request_hash, aggregate_id, version, number)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(commandId, requestHash, receipt.aggregateId(), receipt.version(), receipt.number())
                .update();
    }

    Optional<Kept> find(UUID commandId) {
        return jdbc.sql("SELECT request_hash, aggregate_id, version, number FROM command_receipt WHERE command_id = ?")
                .param(commandId)
                .query((row, n) -> new Kept(
                        row.getBytes("request_hash"),
                        new Receipt(
                                row.getString("aggregate_id"), row.getLong("version"), row.getString("number"), true)))
                .optional();
    }

    /** After 30 days nobody sends the same order again. */
    public void forgetOld() {
        jdbc.sql("DELETE FROM command_receipt WHERE recorded_at < now() - interval '30 days'")
                .update();
    }

    /** What was asked is known by its hash alone; the same order sent again is refused instead of done again. */
    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        jdbc.sql("UPDATE command_receipt SET request_hash = '' WHERE aggregate_id = ANY(:ids)")
                .param("ids", aggregateIds.toArray(String[]::new))
                .update();
    }

    /** An answer given before, and to what. */
    record Kept(byte[] requestHash, Receipt receipt) {

        boolean answers(Order order) {
            return Arrays.equals(requestHash, order.requestHash());
        }
    }
}
