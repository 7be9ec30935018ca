package dev.callout.api.sla;

/** A calendar is not open often enough for what was asked before the years end for which it answers. */
public final class NeverOpenAgain extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NeverOpenAgain(String sentence) {
        super(sentence);
    }
}
