package dev.callout.api.assignment;

import org.axonframework.serialization.Revision;

/** Somebody left the team. */
@Revision("1")
public record TeamMemberRemoved(String teamId, String accountId) implements TeamEvent {}
