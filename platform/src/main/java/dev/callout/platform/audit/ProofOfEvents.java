package dev.callout.platform.audit;

import static dev.callout.platform.audit.UnsoundProof.unless;

import dev.callout.api.audit.TicketProof;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;

/** Checks the events of a proof against blocks that are known to be signed for, and that there are all of them. */
final class ProofOfEvents {

    private final TicketProof proof;
    private final Map<Long, TicketProof.Block> blocks;

    ProofOfEvents(TicketProof proof, Map<Long, TicketProof.Block> blocks) {
        this.proof = proof;
        this.blocks = blocks;
    }

    void check() {
        var manifest = proof.manifest();
        var seals = new ArrayList<Hash>();
        for (var event : proof.events()) {
            inOrder(event, seals.size());
            seals.add(sealed(event));
        }
        unless(
                seals.size() >= manifest.events(),
                "Event %d is missing: the history has %d events, and there are only the first %d.",
                seals.size(),
                manifest.events(),
                seals.size());
        unless(
                seals.size() == manifest.events(),
                "Event %d was added: the history has only %d events.",
                manifest.events(),
                manifest.events());
        unless(
                Statements.hash(seals).toString().equals(manifest.hash()),
                "The events are not those of the manifest, though each is genuine.");
    }

    private void inOrder(TicketProof.Event event, long expected) {
        unless(
                proof.manifest().ticketId().equals(event.aggregateId()),
                "%s was added: it belongs to %s.",
                name(event),
                event.aggregateId());
        unless(event.sequence() >= expected, "%s was added: one with its number comes before it.", name(event));
        unless(
                event.sequence() == expected
                        || proof.events().stream().noneMatch(later -> later.sequence() == expected),
                "%s is out of its place: event %d comes after it.",
                name(event),
                expected);
        unless(event.sequence() == expected, "Event %d is missing: %s follows in its place.", expected, name(event));
    }

    private Hash sealed(TicketProof.Event event) {
        var block = blocks.get(event.block());
        unless(block != null, "The block that %s is sealed in is missing.", name(event));
        var seal = hash(event);
        unless(
                MerkleTree.rootOf(seal, event.place(), block.events(), ProofCheck.hashes(event.path()))
                        .toString()
                        .equals(block.root()),
                "%s was %s: the block it should be sealed in does not know it.",
                name(event),
                proof.events().size() > proof.manifest().events() ? "added" : "changed");
        return seal;
    }

    private static Hash hash(TicketProof.Event event) {
        try {
            return new StoredEvent(
                            event.position(),
                            event.eventId(),
                            event.aggregateId(),
                            event.sequence(),
                            event.aggregateType(),
                            event.timestamp(),
                            event.payloadType(),
                            event.revision(),
                            bytes(event.payload()),
                            bytes(event.metaData()))
                    .hash();
        } catch (IllegalArgumentException garbled) {
            return Hash.NONE; // fits nothing
        }
    }

    private static byte[] bytes(String base64) {
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }

    private static String name(TicketProof.Event event) {
        var type = event.payloadType() == null ? "without a name" : event.payloadType();
        return "Event %d (%s, position %d)"
                .formatted(event.sequence(), type.substring(type.lastIndexOf('.') + 1), event.position());
    }
}
