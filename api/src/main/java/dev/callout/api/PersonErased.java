package dev.callout.api;

import java.util.List;

/** Says in the story of one thing that what it told of a person reads "erased" from now on, in all its past as well. */
public interface PersonErased {

    /** Whose keys are gone, as {@link Personal} values name them. */
    List<String> erased();
}
