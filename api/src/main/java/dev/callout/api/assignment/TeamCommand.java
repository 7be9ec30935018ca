package dev.callout.api.assignment;

/** What can be asked of a team. */
public sealed interface TeamCommand permits FormTeam, AddTeamMember, RemoveTeamMember {

    String teamId();
}
