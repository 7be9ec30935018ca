package dev.callout.query.identity;

import static dev.callout.query.Api.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.assignment.TeamMemberRemoved;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.Role;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class AccountsIT {

    private @Autowired Story story;
    private @Autowired Api api;

    private final String accountId = "ACC-" + UUID.randomUUID();
    private final String team = "TEA-" + UUID.randomUUID();
    private final String name = "Ana " + UUID.randomUUID();

    @Test
    void knows_an_account_its_role_and_its_teams() {
        story.tell(opened(accountId, name), new TeamFormed(team, "Field"), new TeamMemberAdded(team, accountId));
        story.tell(new AccountRoleChanged(accountId, Role.QUALITY), new AccountDeactivated(accountId, "left"));
        assertThat(api.get(ADMIN, "/accounts/" + accountId))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"displayName":"%s","role":"QUALITY","active":false,"version":2,"teams":[{"id":"%s","name":"Field"}]}
                """.formatted(name, team));
        story.tell(new AccountReactivated(accountId));
        assertThat(api.get(ADMIN, "/accounts/" + accountId))
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(true);
    }

    @Test
    void lists_accounts_by_role_and_text_page_by_page() {
        story.tell(
                opened(accountId, name + " b"),
                opened("ACC-" + UUID.randomUUID(), name + " a"),
                opened("ACC-" + UUID.randomUUID(), "Somebody else"));
        var query = "/accounts?role=TECHNICIAN&pageSize=1&count=true&text=" + name;
        var first = api.get(ADMIN, query);
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(first)
                .bodyJson()
                .extractingPath("$.items[*].displayName")
                .asArray()
                .containsExactly(name + " a");
        assertThat(api.get(ADMIN, query + "&after=" + Api.read(first, "$.next")))
                .bodyJson()
                .extractingPath("$.items[*].displayName")
                .asArray()
                .containsExactly(name + " b");
        assertThat(api.get(ADMIN, "/accounts?role=KING")).hasStatus(400);
    }

    @Test
    void a_team_lists_those_who_are_in_it() {
        story.tell(opened(accountId, name), new TeamFormed(team, "Field"), new TeamMemberAdded(team, accountId));
        assertThat(api.get(ADMIN, "/teams/" + team)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"name":"Field","members":[{"id":"%s","name":"%s"}],"version":1}
                """.formatted(
                        accountId, name));
        story.tell(new TeamMemberRemoved(team, accountId));
        assertThat(api.get(ADMIN, "/teams/" + team))
                .bodyJson()
                .extractingPath("$.members")
                .asArray()
                .isEmpty();
        assertThat(api.get(ADMIN, "/teams"))
                .bodyJson()
                .extractingPath("$.items[*].teamId")
                .asArray()
                .contains(team);
        assertThat(api.get(ADMIN, "/teams/TEA-none")).hasStatus(404);
    }

    private static AccountOpened opened(String accountId, String name) {
        return new AccountOpened(accountId, accountId, name, Role.TECHNICIAN, null, null, "en");
    }
}
