package dev.callout.command.assignment;

import dev.callout.api.OneLine;
import dev.callout.api.assignment.AddTeamMember;
import dev.callout.api.assignment.FormTeam;
import dev.callout.api.assignment.RemoveTeamMember;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.platform.rights.RightsCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forms teams. */
@RestController
@RequestMapping(TeamController.TEAMS)
@Tag(name = "Teams")
class TeamController {

    static final String TEAMS = "/api/v1/teams";

    record TeamBody(@NotBlank @OneLine @Size(max = 100) String name) {}

    record MemberBody(@NotBlank @Size(max = 60) String accountId) {}

    private final Orders orders;
    private final RightsCheck rights;
    private final References references;

    TeamController(Orders orders, RightsCheck rights, References references) {
        this.orders = orders;
        this.rights = rights;
        this.references = references;
    }

    @PostMapping
    @Operation(summary = "Let technicians work together under a name")
    ResponseEntity<Created> form(@Valid @RequestBody TeamBody body, OrderHead head) {
        var id = head.newId("TEA-");
        return Answers.created(TEAMS, orders.send(head.with(body), id, new FormTeam(id, body.name())));
    }

    @PostMapping("/{teamId}/members")
    @Operation(summary = "Let somebody join the team")
    ResponseEntity<Void> add(@PathVariable String teamId, @Valid @RequestBody MemberBody body, OrderHead head) {
        rights.requireRole(head.actor(), AddTeamMember.class);
        references.requireStaff(body.accountId());
        return Answers.done(orders.send(head.with(body), teamId, new AddTeamMember(teamId, body.accountId())));
    }

    @DeleteMapping("/{teamId}/members/{accountId}")
    @Operation(summary = "Let somebody leave the team")
    ResponseEntity<Void> remove(@PathVariable String teamId, @PathVariable String accountId, OrderHead head) {
        return Answers.done(orders.send(head.with(accountId), teamId, new RemoveTeamMember(teamId, accountId)));
    }
}
