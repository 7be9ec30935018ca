package dev.callout.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler method: which views the answer comes from, so that a caller can wait until they know its change. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsFrom {
    View[] value();

    /** The views instead of these when the read looks back. */
    View[] asOf() default {};
}
