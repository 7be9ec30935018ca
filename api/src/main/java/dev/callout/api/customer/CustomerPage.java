package dev.callout.api.customer;

import java.util.List;

/** One page of customers. */
public record CustomerPage(List<Line> items, String next, Long total) {

    /** One customer in the list. */
    public record Line(
            String customerId, String name, CustomerKind kind, boolean vip, String email, String phone, long version) {}
}
