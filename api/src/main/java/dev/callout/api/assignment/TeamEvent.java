package dev.callout.api.assignment;

/** What can happen to a team. */
public sealed interface TeamEvent permits TeamFormed, TeamMemberAdded, TeamMemberRemoved {

    String teamId();
}
