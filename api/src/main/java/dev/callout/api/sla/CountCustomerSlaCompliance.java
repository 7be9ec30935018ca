package dev.callout.api.sla;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneCustomer;

/** How well promises to one customer were kept; {@code at} null for now. */
@AllowedTo(CUSTOMER_ADMIN)
public record CountCustomerSlaCompliance(
        String customerId, SlaReportFilter filter, SlaTrend trend, String zone, Moment at) implements OfOneCustomer {}
