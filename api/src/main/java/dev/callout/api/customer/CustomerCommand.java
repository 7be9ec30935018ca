package dev.callout.api.customer;

/** What can be asked of a customer. */
public sealed interface CustomerCommand
        permits RegisterCustomer,
                ChangeCustomerDetails,
                MarkCustomerVip,
                RemoveVipMark,
                AddContact,
                ChangeContact,
                AddSite,
                ChangeSite,
                AssignSlaPolicy,
                AgreeOnPlan,
                EraseContact,
                EraseCustomer {

    String customerId();
}
