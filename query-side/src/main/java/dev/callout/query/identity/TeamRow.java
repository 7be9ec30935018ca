package dev.callout.query.identity;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Technicians who work together under a name. */
@Entity
@Table(name = "team")
class TeamRow extends Row<String> {

    private @Id String teamId;
    private String name;
    private long version;

    protected TeamRow() {}

    TeamRow(TeamFormed event, long version) {
        teamId = event.teamId();
        name = event.name();
        this.version = version;
    }

    void changed(long version) {
        this.version = version;
    }

    @Override
    public String getId() {
        return teamId;
    }
}
