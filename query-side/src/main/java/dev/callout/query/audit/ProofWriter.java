package dev.callout.query.audit;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.TicketProof;
import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.Statements;
import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a proof together: the stored events, and the paths from each to what was signed. */
@Component
class ProofWriter {

    static final int EVENTS_OF_A_PART = 200;

    private static final int EVENTS_AT_A_TIME = 20;
    private static final long BYTES_OF_A_PART = 512 * 1024;

    private final StoredEvents stored;
    private final SealedEvents sealed;
    private final Blocks blocks;
    private final Checkpoints checkpoints;

    ProofWriter(StoredEvents stored, SealedEvents sealed, Blocks blocks, Checkpoints checkpoints) {
        this.stored = stored;
        this.sealed = sealed;
        this.blocks = blocks;
        this.checkpoints = checkpoints;
    }

    /** The first part: all that is signed, and as many events as fit into one answer. */
    TicketProof begin(String ticketId, List<SealedEvent> history, List<Checkpoint> signed) {
        var numbers = history.stream().map(SealedEvent::block).collect(Collectors.toCollection(TreeSet::new));
        return new TicketProof(
                TicketProof.FORMAT,
                events(history),
                signed.stream()
                        .flatMap(checkpoint -> blocks(checkpoint, numbers).stream())
                        .toList(),
                signed,
                manifest(ticketId, history));
    }

    /** A later part has events alone. */
    TicketProof goOn(List<SealedEvent> rest) {
        return new TicketProof(TicketProof.FORMAT, events(rest), null, null, null);
    }

    private List<TicketProof.Event> events(List<SealedEvent> history) {
        var events = new ArrayList<TicketProof.Event>();
        var bytes = 0L;
        Leaves leaves = null;
        for (var from = 0; from < history.size() && bytes < BYTES_OF_A_PART; from += EVENTS_AT_A_TIME) {
            var seals = history.subList(from, Math.min(history.size(), from + EVENTS_AT_A_TIME));
            var found = stored.at(seals.stream().map(SealedEvent::position).toList()).stream()
                    .collect(Collectors.toMap(StoredEvent::position, Function.identity()));
            for (var seal : seals) {
                var event = found.get(seal.position());
                if (event != null) {
                    leaves = leaves != null && leaves.block() == seal.block() ? leaves : leavesOf(seal.block());
                    events.add(event(seal, event, leaves));
                    bytes += event.payload().length;
                }
            }
        }
        return events;
    }

    private record Leaves(long block, List<Long> positions, MerkleTree tree) {}

    private Leaves leavesOf(long number) {
        var seals = sealed.ofBlock(blocks.find(number));
        return new Leaves(
                number,
                seals.stream().map(SealedEvent::position).toList(),
                new MerkleTree(seals.stream().map(SealedEvent::hash).toList()));
    }

    private static TicketProof.Event event(SealedEvent seal, StoredEvent event, Leaves leaves) {
        var place = leaves.positions().indexOf(seal.position());
        return new TicketProof.Event(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.aggregateType(),
                event.timestamp(),
                event.payloadType(),
                event.revision(),
                base64(event.payload()),
                base64(event.metaData()),
                seal.block(),
                place,
                hex(leaves.tree().path(place)));
    }

    private List<TicketProof.Block> blocks(Checkpoint checkpoint, TreeSet<Long> numbers) {
        var wanted = numbers.subSet(checkpoint.firstBlock(), true, checkpoint.lastBlock(), true);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var tree = new MerkleTree(blocks.hashes(checkpoint.firstBlock(), checkpoint.lastBlock()));
        return wanted.stream()
                .map(blocks::find)
                .map(block -> block(block, checkpoint, tree))
                .toList();
    }

    private static TicketProof.Block block(Block block, Checkpoint checkpoint, MerkleTree tree) {
        return new TicketProof.Block(
                block.number(),
                block.previous().toString(),
                block.firstPosition(),
                block.lastPosition(),
                block.events(),
                block.root().toString(),
                checkpoint.number(),
                hex(tree.path((int) (block.number() - checkpoint.firstBlock()))));
    }

    private TicketProof.Manifest manifest(String ticketId, List<SealedEvent> history) {
        var key = checkpoints.key();
        return Statements.sign(
                new TicketProof.Manifest(
                        ticketId,
                        history.size(),
                        Statements.hash(history.stream().map(SealedEvent::hash).toList())
                                .toString(),
                        Instant.now().truncatedTo(MILLIS).toString(),
                        key.publicKey(),
                        null),
                key);
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::toString).toList();
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
