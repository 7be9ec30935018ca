package dev.callout.command.order;

import dev.callout.platform.http.CalloutHeaders;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Words receipts as HTTP answers. */
public final class Answers {

    private Answers() {}

    /** What a creation answers. */
    public record Created(String id, String number) {}

    public static ResponseEntity<Created> created(String collection, Receipt receipt) {
        var answer = ResponseEntity.created(URI.create(collection + "/" + receipt.aggregateId()));
        head(answer, receipt);
        return answer.body(new Created(receipt.aggregateId(), receipt.number()));
    }

    /** For a part of something, such as a comment of a ticket. */
    public static ResponseEntity<Created> created(String collection, String partId, Receipt receipt) {
        var answer = ResponseEntity.created(URI.create(collection + "/" + partId));
        head(answer, receipt);
        return answer.body(new Created(partId, receipt.number()));
    }

    public static ResponseEntity<Void> done(Receipt receipt) {
        var answer = ResponseEntity.noContent();
        head(answer, receipt);
        return answer.eTag(String.valueOf(receipt.version())).build();
    }

    private static void head(ResponseEntity.HeadersBuilder<?> answer, Receipt receipt) {
        answer.header(CalloutHeaders.POSITION, receipt.position());
        if (receipt.replayed()) {
            answer.header(CalloutHeaders.IDEMPOTENCY_REPLAYED, "true");
        }
    }
}
