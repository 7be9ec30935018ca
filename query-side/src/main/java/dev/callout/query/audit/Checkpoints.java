package dev.callout.query.audit;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.callout.api.audit.Checkpoint;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs for the blocks sealed so far, once a day and whenever somebody asks. */
@Component
class Checkpoints {

    static final String TABLE = "audit_checkpoint";
    private static final int BLOCKS_AT_A_TIME = 1_000;

    private final JdbcClient db;
    private final Blocks blocks;
    private final SealedEnd end;
    private final CheckpointFolder folder;
    private final SigningKey key;
    private final long everyMillis;
    private final TransactionTemplate transaction;

    Checkpoints(
            JdbcClient db,
            Blocks blocks,
            SealedEnd end,
            CheckpointFolder folder,
            SigningKey key,
            @Value("${callout.audit.checkpoint-every:P1D}") Duration every,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.blocks = blocks;
        this.end = end;
        this.folder = folder;
        this.key = key;
        this.everyMillis = every.toMillis();
        this.transaction = new TransactionTemplate(transactions);
    }

    SigningKey key() {
        return key;
    }

    /** Whether a day (in UTC) is over that has blocks nobody has signed for. */
    boolean isDue() {
        return db.sql("SELECT sealed_at FROM audit_block"
                        + " WHERE number = (SELECT coalesce(max(last_block), 0) + 1 FROM audit_checkpoint)")
                .query(OffsetDateTime.class)
                .optional()
                .filter(sealedAt -> period(sealedAt.toInstant()) < period(Instant.now()))
                .isPresent();
    }

    /** When the present day (in UTC) is over, and what is sealed until then is signed for. */
    Instant nextAt() {
        return Instant.ofEpochMilli((period(Instant.now()) + 1) * everyMillis);
    }

    private long period(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), everyMillis);
    }

    /** Signs for what is new; the last checkpoint when nothing is, and none when nothing ever was. */
    Optional<Checkpoint> take() {
        return transaction.execute(status -> {
            blocks.lock();
            var before = last();
            var firstBlock = before.map(Checkpoint::lastBlock).orElse(0L) + 1;
            var last = blocks.last();
            if (last.number() < firstBlock) {
                return before;
            }
            end.require(last);
            requireNoneMissing();
            requireOurs(firstBlock, last.number());
            return Optional.of(sign(before, firstBlock, last.number()));
        });
    }

    /** What was signed and published has to be there still: a number is never given to a second checkpoint. */
    private void requireNoneMissing() {
        var kept = all();
        for (var i = 0; i < kept.size(); i++) {
            require(kept.get(i).number() == i + 1, "Checkpoint %d is missing.", i + 1);
            require(
                    Statements.isSigned(kept.get(i))
                            && key.publicKey().equals(kept.get(i).publicKey()),
                    "Checkpoint %d was changed: our signature does not fit.",
                    i + 1);
        }
        for (var published : folder.content().checkpoints()) {
            require(
                    kept.contains(published),
                    "Checkpoint %d, which is in the checkpoint folder, is missing here.",
                    published.number());
        }
    }

    private void requireOurs(long firstBlock, long lastBlock) {
        var before = blocks.kept(firstBlock - 1).orElse(KeptBlock.NONE);
        while (before.number() < lastBlock) {
            var some = blocks.after(before.number(), lastBlock, BLOCKS_AT_A_TIME);
            require(!some.isEmpty(), "Block %d is missing.", before.number() + 1);
            for (var block : some) {
                require(
                        block.number() == before.number() + 1
                                && block.block().previous().equals(before.hash())
                                && blocks.isOurs(block),
                        "Block %d was changed, or one before it is missing.",
                        block.number());
                before = block;
            }
        }
    }

    private static void require(boolean sound, String why, long number) {
        if (!sound) {
            throw SealedEnd.broken(why.formatted(number));
        }
    }

    private Checkpoint sign(Optional<Checkpoint> before, long firstBlock, long lastBlock) {
        var checkpoint = Statements.sign(
                new Checkpoint(
                        before.map(Checkpoint::number).orElse(0L) + 1,
                        before.map(Statements::hash).orElse(Hash.NONE).toString(),
                        firstBlock,
                        lastBlock,
                        new MerkleTree(blocks.hashes(firstBlock, lastBlock))
                                .root()
                                .toString(),
                        before.map(Checkpoint::events).orElse(0L) + blocks.events(firstBlock, lastBlock),
                        Instant.now().truncatedTo(MILLIS).toString(),
                        key.publicKey(),
                        null),
                key);
        db.sql("INSERT INTO audit_checkpoint (number, previous, first_block, last_block, root, events, taken_at,"
                        + " public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        checkpoint.number(),
                        checkpoint.previous(),
                        checkpoint.firstBlock(),
                        checkpoint.lastBlock(),
                        checkpoint.root(),
                        checkpoint.events(),
                        checkpoint.takenAt(),
                        checkpoint.publicKey(),
                        checkpoint.signature())
                .update();
        return checkpoint;
    }

    private Optional<Checkpoint> last() {
        return db.sql("SELECT * FROM audit_checkpoint ORDER BY number DESC LIMIT 1")
                .query((row, number) -> read(row))
                .optional();
    }

    /** All checkpoints that sign for these blocks or stand between such, in their order. */
    List<Checkpoint> over(long firstBlock, long lastBlock) {
        return db.sql("SELECT * FROM audit_checkpoint WHERE last_block >= ? AND first_block <= ? ORDER BY number")
                .params(firstBlock, lastBlock)
                .query((row, number) -> read(row))
                .list();
    }

    List<Checkpoint> all() {
        return over(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                row.getString("previous"),
                row.getLong("first_block"),
                row.getLong("last_block"),
                row.getString("root"),
                row.getLong("events"),
                row.getString("taken_at"),
                row.getString("public_key"),
                row.getString("signature"));
    }
}
