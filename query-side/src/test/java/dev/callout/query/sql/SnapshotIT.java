package dev.callout.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import dev.callout.platform.rights.Actors;
import dev.callout.query.QueryTest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer of several statements tells of one moment, also where it is asked for: behind the query bus. */
@QueryTest
class SnapshotIT {

    /** Asks twice, while the answer changes in between. */
    @AllowedTo(Role.SYSTEM)
    private record CountTwice() {}

    private @Autowired Snapshot snapshot;
    private @Autowired QueryBus queries;
    private @Autowired QueryGateway gateway;
    private @Autowired JdbcClient db;

    private final String teamId = "TEA-" + UUID.randomUUID();

    @Test
    void a_change_that_comes_between_two_statements_is_seen_by_neither() {
        queries.subscribe(CountTwice.class.getName(), String.class, query -> snapshot.read(this::countTwice));

        assertThat(Actors.runAs(
                        Actor.SYSTEM,
                        () -> gateway.query(new CountTwice(), String.class).join()))
                .isEqualTo("0 0");
        assertThat(count()).isEqualTo(1);
    }

    private String countTwice() {
        var before = count();
        CompletableFuture.runAsync(this::change).join(); // somebody else, with a connection of its own
        return before + " " + count();
    }

    private void change() {
        db.sql("INSERT INTO team (team_id, name, version) VALUES (?, 'Nights', 0)")
                .param(teamId)
                .update();
    }

    private int count() {
        return db.sql("SELECT count(*) FROM team WHERE team_id = ?")
                .param(teamId)
                .query(Integer.class)
                .single();
    }
}
