package dev.callout.query.audit;

import static dev.callout.query.Api.body;
import static dev.callout.query.Api.read;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.TicketProof;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.audit.ProofCheck;
import dev.callout.platform.http.HttpJson;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A ticket's history that an auditor takes away proves itself. */
@QueryTest
class TicketProofIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Actor AUDITOR = new Actor("ACC-otto", Role.AUDITOR, null, null, "api");

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;
    private @Autowired Checkpoints checkpoints;
    private @Autowired HttpJson json;

    private final String ticketId = Tickets.newId();

    private TicketProof proof() {
        assertThat(api.post(AUDITOR, "/audit/checkpoints")).hasStatusOk();
        return proofOfWhatIsSignedFor();
    }

    private TicketProof proofOfWhatIsSignedFor() {
        var answer = api.get(AUDITOR, "/audit/tickets/" + ticketId + "/proof");
        assertThat(answer).hasStatusOk();
        return JSON.readValue(body(answer), TicketProof.class);
    }

    @Test
    void has_everything_up_to_the_last_event() {
        story.tell(raised(ticketId));
        var first = proof();
        story.tell(raised(Tickets.newId()), assigned(ticketId, "ACC-ana", null));
        var second = proof();

        ProofCheck.check(first, checkpoints.key().publicKey(), List.of());
        ProofCheck.check(second, checkpoints.key().publicKey(), first.checkpoints());
        assertThat(first.events()).hasSize(1);
        assertThat(second.events()).hasSize(2);
        assertThat(second.checkpoints()).hasSizeGreaterThan(first.checkpoints().size());
        assertThat(second.events().get(0)).isEqualTo(first.events().get(0));
    }

    @Test
    void shows_what_was_done_to_the_database() {
        story.tell(raised(ticketId), assigned(ticketId, "ACC-ana", null));
        proof();
        var position = db.sql("SELECT global_index FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " AND sequence_number = 0")
                .param(ticketId)
                .query(Long.class)
                .single();
        change(position);
        try {
            assertThatThrownBy(() -> ProofCheck.check(proof(), null, List.of()))
                    .hasMessage(
                            "Event 0 (TicketRaised, position %d) was changed: the block it should be sealed in does"
                                    + " not know it.",
                            position);
        } finally {
            change(position);
        }
    }

    /** Done twice, it undoes itself. */
    private void change(long position) {
        db.sql("UPDATE domain_event_entry SET payload = set_byte(payload, 20, get_byte(payload, 20) # 1)"
                        + " WHERE global_index = ?")
                .param(position)
                .update();
    }

    @Test
    void waits_for_a_checkpoint_and_takes_none_itself() {
        story.tell(raised(ticketId));
        proof();
        story.tell(assigned(ticketId, "ACC-ana", null));
        var before = checkpoints.all();
        var answer = api.get(AUDITOR, "/audit/tickets/" + ticketId + "/proof");

        assertThat(answer).hasStatus(409);
        assertThat(read(answer, "$.code")).isEqualTo("NOT_YET_SIGNED_FOR");
        assertThat(read(answer, "$.detail")).contains("/api/v1/audit/checkpoints", checkpoints.nextAt() + ".");
        assertThat(checkpoints.all()).isEqualTo(before);
        assertThat(proof().events()).hasSize(2);
        assertThat(proofOfWhatIsSignedFor().events()).hasSize(2);
    }

    @Test
    void is_not_to_be_had_of_what_there_is_not() {
        assertThat(api.get(AUDITOR, "/audit/tickets/TCK-nowhere/proof")).hasStatus(404);
    }

    @Test
    void its_checkpoints_are_listed_and_written_to_files(@TempDir Path folder) throws Exception {
        story.tell(raised(ticketId));
        var last = proof().checkpoints();
        var listed = JSON.readTree(body(api.get(AUDITOR, "/audit/checkpoints?pageSize=1")));
        assertThat(JSON.treeToValue(listed.at("/items/0"), Checkpoint.class)).isEqualTo(last.get(last.size() - 1));

        var files = new CheckpointFolder(folder.resolve("published").toString(), json);
        files.publish(last);
        var file = folder.resolve("published")
                .resolve("checkpoint-%06d.json".formatted(last.get(0).number()));
        assertThat(JSON.readValue(Files.readString(file), Checkpoint.class)).isEqualTo(last.get(0));

        Files.writeString(file, "published long ago");
        files.publish(last);
        assertThat(file).hasContent("published long ago");
    }
}
