package dev.callout.api.sla;

import java.util.List;

/** One page of policies. */
public record SlaPolicyPage(List<Line> items, String next, Long total) {

    /**
     * One policy in the list.
     *
     * @param version the newest that was published
     */
    public record Line(String policyId, String name, int version, SlaScope scope, boolean retired) {}
}
