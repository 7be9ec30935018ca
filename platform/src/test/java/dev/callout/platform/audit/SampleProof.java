package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.TicketProof;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A proof of a ticket with six events: two in each of three blocks, among events of others, under two checkpoints. Its
 * parts can be replaced one by one.
 */
final class SampleProof {

    static final String TICKET = "TCK-1";
    static final SigningKey KEY = new SigningKey(new byte[32]);

    List<TicketProof.Event> events = new ArrayList<>();
    List<TicketProof.Block> blocks = new ArrayList<>();
    List<Checkpoint> checkpoints = new ArrayList<>();
    TicketProof.Manifest manifest;

    SampleProof() {
        var chain = new ArrayList<Block>();
        var trees = new ArrayList<MerkleTree>();
        var seals = new ArrayList<Hash>();
        for (var number = 1; number <= 3; number++) {
            var first = number * 10L;
            var stored = List.of(
                    event(first, "TCK-other", number),
                    event(first + 1, TICKET, 2L * number - 2),
                    event(first + 2, TICKET, 2L * number - 1));
            var tree = new MerkleTree(stored.stream().map(StoredEvent::hash).toList());
            var previous =
                    chain.isEmpty() ? Hash.NONE : chain.get(chain.size() - 1).hash();
            chain.add(new Block(number, previous, first, first + 2, 3, tree.root()));
            trees.add(tree);
            for (var place = 1; place <= 2; place++) {
                seals.add(stored.get(place).hash());
                events.add(told(stored.get(place), number, place, tree.path(place)));
            }
        }
        sign(chain.subList(0, 2));
        sign(chain.subList(2, 3));
        manifest = Statements.sign(
                new TicketProof.Manifest(
                        TICKET, 6, Statements.hash(seals).toString(), "2026-03-03T00:00:00Z", KEY.publicKey(), null),
                KEY);
    }

    private static StoredEvent event(long position, String aggregate, long sequence) {
        return new StoredEvent(
                position,
                "e-" + position,
                aggregate,
                sequence,
                "Ticket",
                "2026-03-02T09:00:00.000Z",
                "dev.callout.api.ticket.CommentAdded",
                "1",
                ("{\"body\":\"" + sequence + "\"}").getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    private static TicketProof.Event told(StoredEvent event, long block, int place, List<Hash> path) {
        return new TicketProof.Event(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.aggregateType(),
                event.timestamp(),
                event.payloadType(),
                event.revision(),
                Base64.getEncoder().encodeToString(event.payload()),
                Base64.getEncoder().encodeToString(event.metaData()),
                block,
                place,
                hex(path));
    }

    private void sign(List<Block> some) {
        var tree = new MerkleTree(some.stream().map(Block::hash).toList());
        var before = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
        var checkpoint = Statements.sign(
                new Checkpoint(
                        checkpoints.size() + 1,
                        (before == null ? Hash.NONE : Statements.hash(before)).toString(),
                        some.get(0).number(),
                        some.get(some.size() - 1).number(),
                        tree.root().toString(),
                        some.get(some.size() - 1).number() * 3,
                        "2026-03-02T23:00:00Z",
                        KEY.publicKey(),
                        null),
                KEY);
        checkpoints.add(checkpoint);
        for (var i = 0; i < some.size(); i++) {
            var block = some.get(i);
            blocks.add(new TicketProof.Block(
                    block.number(),
                    block.previous().toString(),
                    block.firstPosition(),
                    block.lastPosition(),
                    block.events(),
                    block.root().toString(),
                    checkpoint.number(),
                    hex(tree.path(i))));
        }
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::toString).toList();
    }

    TicketProof proof() {
        return new TicketProof(TicketProof.FORMAT, events, blocks, checkpoints, manifest);
    }

    /** The same event with another number, text and place of its own. */
    static TicketProof.Event changed(TicketProof.Event event, long sequence, String payload) {
        return new TicketProof.Event(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                sequence,
                event.aggregateType(),
                event.timestamp(),
                event.payloadType(),
                event.revision(),
                Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)),
                event.metaData(),
                event.block(),
                event.place(),
                event.path());
    }
}
