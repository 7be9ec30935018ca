package dev.callout.platform.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.NewestSealed;
import dev.callout.api.audit.TicketProof;
import java.util.List;

/** What exactly is signed, and the signing and checking of it. */
public final class Statements {

    private Statements() {}

    private static byte[] bytes(Checkpoint checkpoint) {
        return new Canonical("callout-checkpoint-1")
                .number(checkpoint.number())
                .text(checkpoint.previous())
                .number(checkpoint.firstBlock())
                .number(checkpoint.lastBlock())
                .text(checkpoint.root())
                .number(checkpoint.events())
                .text(checkpoint.takenAt())
                .text(checkpoint.publicKey())
                .written();
    }

    /** What the following checkpoint remembers of this one. */
    public static Hash hash(Checkpoint checkpoint) {
        return Hash.of(bytes(checkpoint));
    }

    public static Checkpoint sign(Checkpoint draft, SigningKey key) {
        return draft.signed(key.sign(bytes(draft)));
    }

    public static boolean isSigned(Checkpoint checkpoint) {
        return SigningKey.isSigned(bytes(checkpoint), checkpoint.publicKey(), checkpoint.signature());
    }

    private static byte[] bytes(NewestSealed newest) {
        return new Canonical("callout-newest-sealed-1")
                .number(newest.block())
                .number(newest.position())
                .text(newest.hash())
                .text(newest.sealedAt())
                .text(newest.publicKey())
                .written();
    }

    public static NewestSealed sign(NewestSealed draft, SigningKey key) {
        return draft.signed(key.sign(bytes(draft)));
    }

    public static boolean isSigned(NewestSealed newest) {
        return SigningKey.isSigned(bytes(newest), newest.publicKey(), newest.signature());
    }

    private static byte[] bytes(TicketProof.Manifest manifest) {
        return new Canonical("callout-manifest-1")
                .text(manifest.ticketId())
                .number(manifest.events())
                .text(manifest.hash())
                .text(manifest.issuedAt())
                .text(manifest.publicKey())
                .written();
    }

    public static TicketProof.Manifest sign(TicketProof.Manifest draft, SigningKey key) {
        return draft.signed(key.sign(bytes(draft)));
    }

    static boolean isSigned(TicketProof.Manifest manifest) {
        return SigningKey.isSigned(bytes(manifest), manifest.publicKey(), manifest.signature());
    }

    /** One hash over the hashes of a ticket's events, in their order. */
    public static Hash hash(List<Hash> events) {
        var all = new Canonical("callout-history-1").number(events.size());
        events.forEach(all::hash);
        return Hash.of(all.written());
    }
}
