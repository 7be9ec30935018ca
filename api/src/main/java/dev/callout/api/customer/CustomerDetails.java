package dev.callout.api.customer;

import java.util.List;

/**
 * One customer with its contacts and sites.
 *
 * @param plan null if none was agreed on
 * @param slaPolicyId the policy that all its tickets follow; null if the rules choose
 */
public record CustomerDetails(
        String customerId,
        CustomerKind kind,
        String name,
        String email,
        String phone,
        String language,
        boolean vip,
        String plan,
        String slaPolicyId,
        List<Contact> contacts,
        List<Site> sites,
        long version) {

    /** A person to talk to. */
    public record Contact(String contactId, String name, String email, String phone, String language) {}

    /** A place where we may have to go. */
    public record Site(String siteId, String name, PostalAddress address) {}
}
