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
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a proof together: the stored events, and the paths from each to what was signed. */
@Component
class ProofWriter {

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

    TicketProof write(String ticketId, List<SealedEvent> history, List<Checkpoint> signed) {
        var numbers = history.stream().map(SealedEvent::block).collect(Collectors.toCollection(TreeSet::new));
        var events = stored.at(history.stream().map(SealedEvent::position).toList()).stream()
                .collect(Collectors.toMap(StoredEvent::position, Function.identity()));
        var leaves = numbers.stream().collect(Collectors.toMap(Function.identity(), this::leavesOf));
        return new TicketProof(
                TicketProof.FORMAT,
                history.stream()
                        .filter(seal -> events.containsKey(seal.position()))
                        .map(seal -> event(seal, events.get(seal.position()), leaves.get(seal.block())))
                        .toList(),
                signed.stream()
                        .flatMap(checkpoint -> blocks(checkpoint, numbers).stream())
                        .toList(),
                signed,
                manifest(ticketId, history));
    }

    private record Leaves(List<Long> positions, MerkleTree tree) {}

    private Leaves leavesOf(long number) {
        var seals = sealed.ofBlock(blocks.find(number));
        return new Leaves(
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
