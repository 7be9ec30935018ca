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

    /** Before a command goes, where its events are stored elsewhere; false when it went before. */
    boolean reserve(UUID commandId, byte[] requestHash, Receipt expected) {
        return jdbc.sql("INSERT INTO command_receipt (command_id, request_hash, aggregate_id, number)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(commandId, requestHash, expected.aggregateId(), expected.number())
                        .update()
                == 1;
    }

    boolean isReservedFor(UUID commandId, byte[] requestHash) {
        return jdbc.sql("SELECT request_hash FROM command_receipt WHERE command_id = ?")
                .param(commandId)
                .query(byte[].class)
                .optional()
                .filter(kept -> !Arrays.equals(kept, requestHash))
                .isEmpty();
    }

    /** The answer to a command that was reserved. */
    boolean complete(UUID commandId, String aggregateId, long version) {
        return jdbc.sql("UPDATE command_receipt SET aggregate_id = ?, version = ? WHERE command_id = ?")
                        .params(aggregateId, version, commandId)
                        .update()
                == 1;
    }

    /** What the command creates is called otherwise than when it was sent the first time. */
    boolean renumber(UUID commandId, String number) {
        return jdbc.sql("UPDATE command_receipt SET number = ? WHERE command_id = ?")
                        .params(number, commandId)
                        .update()
                == 1;
    }

    /** What was reserved and not done. */
    boolean release(UUID commandId) {
        return jdbc.sql("DELETE FROM command_receipt WHERE command_id = ? AND version IS NULL")
                        .param(commandId)
                        .update()
                == 1;
    }

    Optional<Kept> find(UUID commandId) {
        return jdbc.sql("SELECT request_hash, aggregate_id, version, number FROM command_receipt"
                        + " WHERE command_id = ? AND version IS NOT NULL")
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
