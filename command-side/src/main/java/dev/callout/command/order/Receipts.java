package dev.callout.command.order;

import static dev.callout.api.CommandRefused.refuseWhen;

import dev.callout.api.RefusalCode;
import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import dev.callout.platform.privacy.PersonalTraces;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the answer to each accepted command, in the transaction that stores its events. */
@Component
public class Receipts implements PersonalTraces {

    private final JdbcClient jdbc;
    private final KeyedRows keyed;

    Receipts(JdbcClient jdbc, KeyedRows keyed) {
        this.jdbc = jdbc;
        this.keyed = keyed;
    }

    /** Fails with a duplicate key when the command was accepted before. */
    void keep(UUID commandId, byte[] requestHash, Receipt receipt) {
        jdbc.sql("INSERT INTO command_receipt (command_id, request_hash, aggregate_id, version, number, keyed_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        commandId,
                        requestHash,
                        receipt.aggregateId(),
                        receipt.version(),
                        receipt.number(),
                        keyed.hash(KeyedTable.COMMAND_RECEIPT, content(commandId, requestHash, receipt)))
                .update();
    }

    /** As {@link KeyedTable#COMMAND_RECEIPT} has it, without asking the database for it. */
    private static String content(UUID commandId, byte[] requestHash, Receipt receipt) {
        var number = receipt.number() == null ? "null" : "\"" + receipt.number() + "\"";
        return "[\"%s\", \"%s\", \"%s\", %d, %s]"
                .formatted(
                        commandId,
                        HexFormat.of().formatHex(requestHash),
                        receipt.aggregateId(),
                        receipt.version(),
                        number);
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
        var done = jdbc.sql("UPDATE command_receipt SET aggregate_id = ?, version = ? WHERE command_id = ?")
                        .params(aggregateId, version, commandId)
                        .update()
                == 1;
        keyed.close(KeyedTable.COMMAND_RECEIPT, commandId.toString());
        return done;
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
        return jdbc.sql("SELECT request_hash, aggregate_id, version, number, "
                        + KeyedTable.COMMAND_RECEIPT.content() + " AS content, keyed_hash FROM command_receipt"
                        + " WHERE command_id = ? AND version IS NOT NULL")
                .param(commandId)
                .query((row, n) -> {
                    requireOurs(commandId, row.getString("content"), row.getBytes("keyed_hash"));
                    return new Kept(
                            row.getBytes("request_hash"),
                            new Receipt(
                                    row.getString("aggregate_id"),
                                    row.getLong("version"),
                                    row.getString("number"),
                                    true));
                })
                .optional();
    }

    private void requireOurs(UUID commandId, String content, byte[] keyedHash) {
        refuseWhen(
                !keyed.isOurs(KeyedTable.COMMAND_RECEIPT, commandId.toString(), content, keyedHash),
                RefusalCode.HISTORY_BROKEN,
                "The receipt of this command was not written by this product. Send it anew with a new command id.");
    }

    /** After 30 days nobody sends the same order again. */
    public void forgetOld() {
        jdbc.sql("DELETE FROM command_receipt WHERE recorded_at < now() - interval '30 days'")
                .update();
    }

    /** What was asked is known by its hash alone; the same order sent again is refused instead of done again. */
    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        jdbc.sql("UPDATE command_receipt SET request_hash = '' WHERE aggregate_id = ANY(:ids)"
                        + " AND request_hash <> '' RETURNING command_id::text")
                .param("ids", aggregateIds.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(commandId -> keyed.close(KeyedTable.COMMAND_RECEIPT, commandId));
    }

    /** An answer given before, and to what. */
    record Kept(byte[] requestHash, Receipt receipt) {

        boolean answers(Order order) {
            return Arrays.equals(requestHash, order.requestHash());
        }
    }
}
