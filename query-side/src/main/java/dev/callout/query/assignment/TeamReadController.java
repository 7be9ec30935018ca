package dev.callout.query.assignment;

import dev.callout.api.assignment.FindTeam;
import dev.callout.api.assignment.ListTeams;
import dev.callout.api.assignment.TeamDetails;
import dev.callout.api.assignment.TeamList;
import dev.callout.query.http.Asking;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff read which teams there are. */
@RestController
@RequestMapping("/api/v1/teams")
@Tag(name = "Teams")
class TeamReadController {

    private final Asking asking;

    TeamReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List all teams with their members")
    @ReadsFrom(View.TEAMS)
    TeamList list() {
        return asking.ask(new ListTeams(), TeamList.class);
    }

    @GetMapping("/{teamId}")
    @Operation(summary = "Read one team")
    @ReadsFrom(View.TEAMS)
    ResponseEntity<TeamDetails> find(@PathVariable String teamId) {
        var team = asking.ask(new FindTeam(teamId), TeamDetails.class);
        return ResponseEntity.ok().eTag("\"" + team.version() + "\"").body(team);
    }
}
