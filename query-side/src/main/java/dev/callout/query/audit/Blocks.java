package dev.callout.query.audit;

import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain of blocks. One node at a time makes it longer. */
@Component
class Blocks {

    private static final String LOCK = "hashtextextended('callout audit chain', 0)";

    private final JdbcClient db;
    private final KeyedHash keyed;

    Blocks(JdbcClient db, KeyedHash keyed) {
        this.db = db;
        this.keyed = keyed;
    }

    /** Whether this transaction may make the chain longer; false while another one does. */
    boolean tryLock() {
        return db.sql("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")
                .query(Boolean.class)
                .single();
    }

    /** Waits until no other transaction makes the chain longer, and lets none until this one ends. */
    void lock() {
        db.sql("SELECT 1 FROM pg_advisory_xact_lock(" + LOCK + ")")
                .query(Integer.class)
                .single();
    }

    void add(Block block) {
        db.sql("INSERT INTO audit_block (number, previous, first_position, last_position, events, root, hash,"
                        + " keyed_hash, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, now())")
                .params(
                        block.number(),
                        block.previous().bytes(),
                        block.firstPosition(),
                        block.lastPosition(),
                        block.events(),
                        block.root().bytes(),
                        block.hash().bytes(),
                        keyed.of(KeptBlock.keyed(block)))
                .update();
    }

    /** Whether the product sealed it, and nobody changed it since. */
    boolean isOurs(KeptBlock kept) {
        return kept.number() == 0
                || kept.block().hash().equals(kept.hash())
                        && keyed.fits(kept.keyedHash(), KeptBlock.keyed(kept.block()));
    }

    /** Whether all blocks are from before there were keyed hashes. */
    boolean haveNoKeyedHashes() {
        return db.sql("SELECT EXISTS (SELECT FROM audit_block)"
                        + " AND NOT EXISTS (SELECT FROM audit_block WHERE keyed_hash IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /** Takes a block over as it is. */
    void giveKeyedHash(KeptBlock kept) {
        db.sql("UPDATE audit_block SET keyed_hash = ? WHERE number = ?")
                .params(keyed.of(KeptBlock.keyed(kept.block())), kept.number())
                .update();
    }

    KeptBlock last() {
        return db.sql("SELECT * FROM audit_block ORDER BY number DESC LIMIT 1")
                .query((row, number) -> read(row))
                .optional()
                .orElse(KeptBlock.NONE);
    }

    /** The first blocks after one, up to and with another. */
    List<KeptBlock> after(long number, long last, int atMost) {
        return db.sql("SELECT * FROM audit_block WHERE number > ? AND number <= ? ORDER BY number LIMIT ?")
                .params(number, last, atMost)
                .query((row, n) -> read(row))
                .list();
    }

    Block find(long number) {
        return kept(number).orElseThrow().block();
    }

    Optional<KeptBlock> kept(long number) {
        return db.sql("SELECT * FROM audit_block WHERE number = ?")
                .param(number)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Hash> hashes(long first, long last) {
        return db.sql("SELECT hash FROM audit_block WHERE number BETWEEN ? AND ? ORDER BY number")
                .params(first, last)
                .query((row, number) -> Hash.ofBytes(row.getBytes("hash")))
                .list();
    }

    /** How many events there are in blocks, both ends included. */
    long events(long first, long last) {
        return db.sql("SELECT coalesce(sum(events), 0) FROM audit_block WHERE number BETWEEN ? AND ?")
                .params(first, last)
                .query(Long.class)
                .single();
    }

    private static KeptBlock read(ResultSet row) throws SQLException {
        return new KeptBlock(
                new Block(
                        row.getLong("number"),
                        Hash.ofBytes(row.getBytes("previous")),
                        row.getLong("first_position"),
                        row.getLong("last_position"),
                        row.getInt("events"),
                        Hash.ofBytes(row.getBytes("root"))),
                Hash.ofBytes(row.getBytes("hash")),
                row.getBytes("keyed_hash"));
    }
}
