package dev.callout.api.customer;

/** What can happen to a customer. */
public sealed interface CustomerEvent
        permits CustomerRegistered,
                CustomerDetailsChanged,
                CustomerMarkedVip,
                VipMarkRemoved,
                ContactAdded,
                ContactChanged,
                SiteAdded,
                SiteChanged,
                CustomerSlaPolicyAssigned,
                CustomerPlanAgreed,
                ContactErased,
                CustomerErased {

    String customerId();
}
