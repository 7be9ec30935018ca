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
                ContactErased,
                CustomerErased {

    String customerId();
}
