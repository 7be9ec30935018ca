package dev.callout.api;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A name as it stands in lists and mails: one line, without control characters, and without any that turn the direction
 * of what is written around it.
 */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = OneLine.PATTERN)
@ReportAsSingleViolation
public @interface OneLine {

    /** Control characters, line separators, and what turns the direction of writing. */
    String REFUSED = "\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";

    String PATTERN = "[^" + REFUSED + "]*";
    String MESSAGE = "must be one line, without control characters or such as turn the direction of writing";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
