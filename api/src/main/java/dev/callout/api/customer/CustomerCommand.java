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
                EraseContact,
                EraseCustomer {

    String customerId();
}
