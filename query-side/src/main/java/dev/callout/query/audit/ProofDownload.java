package dev.callout.query.audit;

import dev.callout.api.audit.TicketProof;
import dev.callout.platform.http.HttpJson;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a proof out part by part: a ticket may have more events than fit into memory. */
@Component
class ProofDownload {

    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore free = new Semaphore(AT_A_TIME, true);
    private final HttpJson json;

    ProofDownload(HttpJson json) {
        this.json = json;
    }

    /** @param parts reads the part after an event; null for the first one */
    void write(Function<Long, TicketProof> parts, HttpServletResponse response) throws IOException {
        if (!getsTurn()) {
            throw new ProblemException(ProblemCode.OVERLOADED).retryAfter(30);
        }
        try {
            writeNow(parts, response);
        } finally {
            free.release();
        }
    }

    private boolean getsTurn() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeNow(Function<Long, TicketProof> parts, HttpServletResponse response) throws IOException {
        var first = parts.apply(null); // before anything is written: it may be refused
        var manifest = first.manifest();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + manifest.ticketId() + "-proof.json\"");
        try (var out = json.mapper().createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writePOJOProperty("format", first.format());
            out.writeArrayPropertyStart("events");
            for (var part = first; !part.events().isEmpty(); part = next(part, manifest.events(), parts)) {
                part.events().forEach(out::writePOJO);
            }
            out.writeEndArray();
            out.writePOJOProperty("blocks", first.blocks());
            out.writePOJOProperty("checkpoints", first.checkpoints());
            out.writePOJOProperty("manifest", manifest);
            out.writeEndObject();
        }
    }

    /** What was recorded since the manifest was signed is not part of the proof. */
    private static TicketProof next(TicketProof part, long events, Function<Long, TicketProof> parts) {
        var last = part.events().get(part.events().size() - 1).sequence();
        return last + 1 >= events ? new TicketProof(part.format(), List.of(), null, null, null) : parts.apply(last);
    }
}
