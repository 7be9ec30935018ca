package dev.callout.query.identity;

import dev.callout.api.assignment.TeamEvent;
import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import dev.callout.api.identity.AccountEvent;
import dev.callout.api.identity.AccountOpened;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** The people who may sign in, and the teams they work in. */
@Component
@ProcessingGroup("projection-accounts")
class AccountsProjection implements Projection {

    private final AccountRows accounts;
    private final TeamRows teams;
    private final TeamMemberRows members;

    AccountsProjection(AccountRows accounts, TeamRows teams, TeamMemberRows members) {
        this.accounts = accounts;
        this.teams = teams;
        this.members = members;
    }

    @EventHandler
    void on(AccountOpened event, @SequenceNumber long version) {
        accounts.save(new AccountRow(event, version));
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber long version) {
        accounts.findById(event.accountId()).orElseThrow().on(event, version);
    }

    @EventHandler
    void on(TeamFormed event, @SequenceNumber long version) {
        teams.save(new TeamRow(event, version));
    }

    @EventHandler
    void on(TeamEvent event, @SequenceNumber long version) {
        teams.findById(event.teamId()).orElseThrow().changed(version);
        if (event instanceof TeamMemberAdded added) {
            members.save(new TeamMemberRow(added));
        } else if (event instanceof TeamMemberRemoved removed) {
            members.deleteById(TeamMemberRow.key(removed.teamId(), removed.accountId()));
        }
    }

    @Override
    public List<String> tables() {
        return List.of("account", "team", "team_member");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of("account", "account_id = ?1");
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(AccountRow.class, "account_id = ANY(?1)", TeamRow.class, "team_id = ANY(?1)");
    }
}
