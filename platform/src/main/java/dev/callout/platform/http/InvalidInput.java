package dev.callout.platform.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says which fields and parameters were not valid, and why. */
final class InvalidInput {

    private InvalidInput() {}

    static Problem problem(Throwable link) {
        if (link instanceof InvalidParameterException unreadable) {
            return Problem.of(ReadableParameters.codeOf(unreadable));
        }
        if (link instanceof MethodArgumentNotValidException invalid) {
            return invalid(fields(invalid.getBindingResult()));
        }
        if (link instanceof BindException invalid) {
            return invalid(fields(invalid.getBindingResult()));
        }
        if (link instanceof HandlerMethodValidationException invalid && !invalid.isForReturnValue()) {
            return invalid(invalid.getParameterValidationResults().stream()
                    .flatMap(result -> parameter(result).stream())
                    .toList());
        }
        if (link instanceof ConstraintViolationException invalid) {
            return invalid(invalid.getConstraintViolations().stream()
                    .map(InvalidInput::field)
                    .toList());
        }
        if (link instanceof MissingServletRequestParameterException missing) {
            return invalid(missing(missing.getParameterName()));
        }
        if (link instanceof MissingServletRequestPartException missing) {
            return invalid(missing(missing.getRequestPartName()));
        }
        if (link instanceof MissingRequestHeaderException missing) {
            return invalid(missing(missing.getHeaderName()));
        }
        if (link instanceof TypeMismatchException mismatch) {
            var name = mismatch instanceof MethodArgumentTypeMismatchException argument
                    ? argument.getName()
                    : mismatch.getPropertyName();
            return invalid(List.of(new FieldProblem(name, "INVALID_VALUE", "has a value that does not fit")));
        }
        return null;
    }

    private static Problem invalid(List<FieldProblem> fields) {
        return Problem.of(ProblemCode.VALIDATION_FAILED, null, fields);
    }

    private static List<FieldProblem> fields(Errors result) {
        return result.getAllErrors().stream().map(InvalidInput::field).toList();
    }

    private static FieldProblem field(ObjectError error) {
        var field = error instanceof FieldError of ? of.getField() : "";
        return new FieldProblem(field, upperSnake(error.getCode()), error.getDefaultMessage());
    }

    private static FieldProblem field(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new FieldProblem(
                path.substring(path.indexOf('.') + 1), upperSnake(constraint.getSimpleName()), violation.getMessage());
    }

    private static List<FieldProblem> parameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return fields(body);
        }
        return result.getResolvableErrors().stream()
                .map(error -> new FieldProblem(
                        result.getMethodParameter().getParameterName(), constraint(error), error.getDefaultMessage()))
                .toList();
    }

    /** The last code of Spring's list is the bare name of the constraint. */
    private static String constraint(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "INVALID_VALUE" : upperSnake(codes[codes.length - 1]);
    }

    private static List<FieldProblem> missing(String name) {
        return List.of(new FieldProblem(name, "MISSING", "must be given"));
    }

    private static String upperSnake(String constraint) {
        return constraint == null || constraint.equals("typeMismatch")
                ? "INVALID_VALUE"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
