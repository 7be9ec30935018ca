package dev.callout.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 words it.
 *
 * @param existing the id of what exists already, if that is what is wrong
 * @param headers what the answer must say besides its body, such as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<FieldProblem> errors,
        String existing,
        @JsonIgnore HttpHeaders headers) {

    private static final String NOT_THERE = "Nothing is here under this address, or it is not yours to see.";

    static Problem of(ProblemCode code) {
        return of(code, code == ProblemCode.NOT_FOUND ? NOT_THERE : null, List.of());
    }

    static Problem of(ProblemCode code, String detail, List<FieldProblem> errors) {
        return of(code.name(), code.title(), code.status(), detail, errors);
    }

    /** Not there and not yours look alike to the last byte. */
    static Problem of(Refusal refusal) {
        if (refusal.code() == RefusalCode.NOT_FOUND) {
            return of(ProblemCode.NOT_FOUND);
        }
        return of(
                refusal.code().name(),
                title(refusal.code()),
                status(refusal.code().kind()),
                refusal.reason(),
                null);
    }

    private static Problem of(String code, String title, HttpStatus status, String detail, List<FieldProblem> errors) {
        return new Problem(
                type(code), title, status.value(), detail, null, code, null, errors, null, new HttpHeaders());
    }

    Problem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    Problem with(HttpHeaders more) {
        headers.addAll(more);
        return this;
    }

    Problem existing(String id) {
        return new Problem(type, title, status, detail, instance, code, traceId, errors, id, headers);
    }

    Problem at(String path, String trace) {
        return new Problem(type, title, status, detail, path, code, trace, errors, existing, headers);
    }

    private static String type(String code) {
        return "urn:callout:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(RefusalCode code) {
        var words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static HttpStatus status(RefusalCode.Kind kind) {
        return switch (kind) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    /** Puts what the caller is to know besides the body on an answer. */
    void tellHeaders(HttpServletResponse response) {
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    }
}
