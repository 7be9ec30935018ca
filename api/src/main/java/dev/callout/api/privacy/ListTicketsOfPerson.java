package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;

/** One page of the tickets that are a person's or have texts by the person, by number. */
@AllowedTo(PRIVACY_OFFICER)
public record ListTicketsOfPerson(String personId, int pageSize, String after, boolean count) {}
