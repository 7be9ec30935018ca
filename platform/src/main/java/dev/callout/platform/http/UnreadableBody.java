package dev.callout.platform.http;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body, in our words: Jackson's own name our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return field(ProblemCode.UNKNOWN_FIELD, unknown, "UNKNOWN_FIELD", "is not a field of this request");
        }
        if (cause instanceof StreamConstraintsException) {
            return Problem.of(ProblemCode.MALFORMED_JSON, "It nests too deep or has too long parts.", List.of());
        }
        if (cause instanceof InputCoercionException beyond) {
            return field(ProblemCode.VALIDATION_FAILED, beyond, "OUT_OF_RANGE", "is a number too large for this field");
        }
        if (cause instanceof DatabindException mismatch) {
            return field(
                    ProblemCode.VALIDATION_FAILED,
                    mismatch,
                    "INVALID_VALUE",
                    "is missing or has a value that does not fit");
        }
        if (cause instanceof JacksonException broken) {
            return Problem.of(ProblemCode.MALFORMED_JSON, where(broken), List.of());
        }
        return Problem.of(ProblemCode.MALFORMED_JSON, "A JSON body is needed.", List.of());
    }

    private static Problem field(ProblemCode problem, JacksonException cause, String code, String message) {
        return Problem.of(problem, null, List.of(new FieldProblem(path(cause), code, message)));
    }

    private static String where(JacksonException broken) {
        var location = broken.getLocation();
        return location == null || location.getLineNr() < 1
                ? null
                : "It breaks at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static String path(JacksonException cause) {
        var path = new StringBuilder();
        for (var step : cause.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
