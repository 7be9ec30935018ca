package dev.callout.api.assignment;

import org.axonframework.serialization.Revision;

/** Somebody joined the team. */
@Revision("1")
public record TeamMemberAdded(String teamId, String accountId) implements TeamEvent {}
