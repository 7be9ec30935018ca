package dev.callout.platform.http;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** Every way in which HTTP itself says no; what a rule refuses has its own code. The names are public, never renamed. */
public enum ProblemCode {
    VALIDATION_FAILED(HttpStatus.BAD_REQUEST, "Some fields are not valid"),
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "A field is not known here"),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not valid JSON"),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The page cursor is not valid"),
    INVALID_FILTER(HttpStatus.BAD_REQUEST, "A filter or sort order is not valid"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
    SIGN_IN_FAILED(HttpStatus.UNAUTHORIZED, "User name or password is wrong"),
    SECOND_FACTOR_REQUIRED(HttpStatus.UNAUTHORIZED, "Send the code that your authenticator app shows, too"),
    SECOND_FACTOR_WRONG(HttpStatus.UNAUTHORIZED, "The code is wrong, or was used before"),
    SECOND_FACTOR_MISSING(HttpStatus.FORBIDDEN, "Your role needs a second factor; set one up first"),
    ACCOUNT_LINK_REQUIRED(HttpStatus.FORBIDDEN, "The issuer knows you, but no account here is linked to you"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "Your role does not allow this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in the form asked for"),
    ERASED(HttpStatus.GONE, "It was erased with the person it belonged to"),
    CONCURRENT_CHANGE(HttpStatus.CONFLICT, "Somebody else changed it at the same moment; try again"),
    LIKELY_DUPLICATE(HttpStatus.CONFLICT, "It probably exists already"),
    LINK_GONE(HttpStatus.GONE, "This link was used, or is too old"),
    NOT_POSSIBLE(HttpStatus.CONFLICT, "This cannot be done as things stand"),
    VERSION_CHANGED(HttpStatus.PRECONDITION_FAILED, "It has changed since you read it"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    STORAGE_FULL(HttpStatus.CONTENT_TOO_LARGE, "There is no room for this file"),
    ACCOUNTS_FULL(HttpStatus.CONTENT_TOO_LARGE, "There is no room for another account"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has a type not taken here"),
    UNPROCESSABLE(HttpStatus.UNPROCESSABLE_CONTENT, "What was sent does not fit together"),
    VERSION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "Say in If-Match which version you change"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; wait a little"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    FILE_DAMAGED(HttpStatus.INTERNAL_SERVER_ERROR, "Bytes of this file are missing"),
    NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "The body is sent in a way not known here"),
    HTTP_VERSION_NOT_SUPPORTED(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "This version of HTTP is not known here"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too much at the same moment; try again shortly"),
    STORE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The database, or the event store that this needs, is away; try again shortly");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The general code for a status that some framework chose. */
    static ProblemCode of(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 403 -> NOT_ALLOWED;
            case 409 -> CONCURRENT_CHANGE;
            case 410 -> LINK_GONE;
            case 503 -> STORE_UNAVAILABLE;
            default ->
                Arrays.stream(values())
                        .filter(code -> code.status.value() == status)
                        .findFirst()
                        .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
        };
    }
}
