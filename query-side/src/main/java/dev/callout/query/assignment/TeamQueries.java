package dev.callout.query.assignment;

import static dev.callout.query.sql.Columns.named;

import dev.callout.api.assignment.FindTeam;
import dev.callout.api.assignment.ListTeams;
import dev.callout.api.assignment.TeamDetails;
import dev.callout.api.assignment.TeamList;
import dev.callout.api.identity.Named;
import dev.callout.query.Refused;
import dev.callout.query.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which teams there are, and who is in them. */
@Component
class TeamQueries {

    private final Snapshot snapshot;
    private final JdbcClient db;

    TeamQueries(Snapshot snapshot, JdbcClient db) {
        this.snapshot = snapshot;
        this.db = db;
    }

    @QueryHandler
    TeamList handle(ListTeams query) {
        return snapshot.read(() -> new TeamList(db.sql("SELECT * FROM team ORDER BY name, team_id")
                .query((row, number) -> details(row))
                .list()));
    }

    @QueryHandler
    TeamDetails handle(FindTeam query) {
        return snapshot.read(() -> db.sql("SELECT * FROM team WHERE team_id = :team")
                .param("team", query.teamId())
                .query((row, number) -> details(row))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private TeamDetails details(ResultSet row) throws SQLException {
        var teamId = row.getString("team_id");
        return new TeamDetails(teamId, row.getString("name"), members(teamId), row.getLong("version"));
    }

    private List<Named> members(String teamId) {
        return db.sql("SELECT account_id, display_name FROM team_member LEFT JOIN account USING (account_id)"
                        + " WHERE team_id = :team ORDER BY display_name, account_id")
                .param("team", teamId)
                .query((row, number) -> named(row, "account_id", "display_name"))
                .list();
    }
}
