package dev.callout.query.projection;

import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;

/** A view that is computed from events, in tables of its own, and can be thrown away and computed again. */
public interface Projection {

    /** The tables of this view, and of no other. */
    List<String> tables();

    /**
     * The rows which coming events will change, to be loaded in one go: for each kind the condition that finds them, with
     * the ids of the events' aggregates as {@code ?1}.
     */
    Map<Class<? extends Row<?>>, String> rowsAhead();

    /**
     * The rows that may tell of persons: for each table the condition that finds those which the events of one aggregate
     * made, with its id as {@code ?1}. None where nothing of a person is shown.
     */
    Map<String, String> rowsOfOne();

    /** Whether several processes may share the work; not where one event changes rows of several aggregates. */
    default boolean isDivisible() {
        return true;
    }

    /** Whether a single thing in it can be shown as it stood at a moment. */
    default boolean looksBack() {
        return false;
    }

    /** The processing group: a stored name, never renamed. */
    default String name() {
        return getClass().getAnnotation(ProcessingGroup.class).value();
    }
}
