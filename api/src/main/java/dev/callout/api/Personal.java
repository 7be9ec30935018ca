package dev.callout.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells of a person, and is stored encrypted under that person's key: once the key is destroyed it reads "erased"
 * wherever it was stored. Names the sibling fields that say whose key it is; the first one with a value counts. A text
 * is encrypted under its author's key as well, and reads "erased" when either of the two is destroyed.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

    /** What a text reads when the key of its person is destroyed. */
    String ERASED = "erased";

    /** The author is who caused the event, as its metadata says. */
    String ACTOR = "(actor)";

    String[] value();

    /** The sibling field that says which account wrote the text, or {@link #ACTOR}; empty when nobody here wrote it. */
    String by() default "";
}
