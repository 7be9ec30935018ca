package dev.callout.api.identity;

/** What somebody is to the company; rights hang on it. */
public enum Role {
    ADMIN,
    MANAGER,
    DISPATCHER,
    TECHNICIAN,
    PARTS,
    QUALITY,
    BILLING,
    SUPPORT,
    AUDITOR,
    PRIVACY_OFFICER,
    ANALYST,
    CUSTOMER_ADMIN,
    CUSTOMER_USER,
    CONSUMER,
    GUEST,
    /** The product itself: policies, jobs and imports. Nobody signs in as this. */
    SYSTEM;

    /** Whether this is somebody on the customer's side, who sees only what is the customer's. */
    public boolean isCustomer() {
        return this == CUSTOMER_ADMIN || this == CUSTOMER_USER || this == CONSUMER || this == GUEST;
    }

    /** Whether this role, on the customer's side, sees what its contact reported and nothing else. */
    public boolean seesOnlyItsOwn() {
        return isCustomer() && !seesWholeCustomer();
    }

    /** Whether this role, on the customer's side, sees everything of its company and not only its own. */
    public boolean seesWholeCustomer() {
        return this == CUSTOMER_ADMIN || this == GUEST;
    }
}
