package dev.callout.command.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callout.platform.http.CalloutHeaders;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Words receipts as HTTP answers. */
public final class Answers {

    private Answers() {}

    /** What a creation answers. */
    public record Created(String id, String number) {}

    /** What the opening of an account answers: the user name to sign in with may be another than was asked for. */
    public record OpenedAccount(String id, String username) {}

    /** What a message answers; {@code followUp} is where to report that the problem goes on, if it came too late to reopen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(String id, String followUp) {}

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

    /** Where the message stands, and where to go on if that is known. */
    public static ResponseEntity<Message> said(String collection, String messageId, String followUp, Receipt receipt) {
        var answer = ResponseEntity.created(URI.create(collection + "/" + messageId));
        head(answer, receipt);
        return answer.body(new Message(messageId, followUp));
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
