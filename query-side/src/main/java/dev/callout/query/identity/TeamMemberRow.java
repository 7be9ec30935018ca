package dev.callout.query.identity;

import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Says that somebody belongs to a team. */
@Entity
@Table(name = "team_member")
class TeamMemberRow extends Row<String> {

    private @Id String memberKey;
    private String teamId;
    private String accountId;

    protected TeamMemberRow() {}

    TeamMemberRow(TeamMemberAdded event) {
        memberKey = key(event.teamId(), event.accountId());
        teamId = event.teamId();
        accountId = event.accountId();
    }

    static String key(String teamId, String accountId) {
        return teamId + "/" + accountId;
    }

    @Override
    public String getId() {
        return memberKey;
    }
}
