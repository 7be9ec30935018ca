package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;

/** What is known of a person, and where: the look before an erasure. */
@AllowedTo(PRIVACY_OFFICER)
public record FindPerson(String personId) {}
