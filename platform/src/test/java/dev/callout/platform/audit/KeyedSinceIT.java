package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.platform.OnRealPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database from before there were keyed hashes gets them once, and never again. */
@OnRealPort
class KeyedSinceIT {

    private @Autowired JdbcClient db;
    private @Autowired KeyedHash keyed;
    private @Autowired KeyedRows rows;
    private @Autowired KeyedTokens tokens;

    @BeforeEach
    void rows_without() {
        db.sql("INSERT INTO credential (account_id, username, role, active, changed_at)"
                        + " VALUES ('ACC-old', 'old', 'TECHNICIAN', true, now())")
                .update();
        db.sql("INSERT INTO token_entry (processor_name, segment, token, token_type) VALUES ('old', 0, ?, 'any')")
                .param("{\"index\":7}".getBytes(UTF_8))
                .update();
    }

    @AfterEach
    void leave() {
        db.sql("DELETE FROM credential WHERE account_id = 'ACC-old'").update();
        db.sql("DELETE FROM token_entry WHERE processor_name = 'old'").update();
    }

    private void start(String folder) {
        new KeyedSince(db, keyed, List.of(rows, tokens), folder);
    }

    private List<String> notOurs() {
        return Stream.of(rows.changed(), tokens.changed())
                .flatMap(List::stream)
                .map(Finding::message)
                .filter(message -> message.contains("old"))
                .toList();
    }

    private void forgetThatThereAreKeyedHashes() {
        db.sql("DELETE FROM secret WHERE name LIKE 'keyed %'").update();
    }

    @Test
    void what_is_there_at_the_first_start_is_taken_over_as_it_stands() {
        assertThat(notOurs()).hasSize(2);
        forgetThatThereAreKeyedHashes();

        start("");

        assertThat(notOurs()).isEmpty();
        assertThat(tokens.open(
                        "old",
                        0,
                        db.sql("SELECT token FROM token_entry WHERE processor_name = 'old'")
                                .query(byte[].class)
                                .single()))
                .hasValueSatisfying(token -> assertThat(token).asString(UTF_8).isEqualTo("{\"index\":7}"));
    }

    @Test
    void what_comes_later_is_not() {
        start("");
        assertThat(notOurs()).hasSize(2);
    }

    @Test
    void nothing_is_where_the_history_was_sealed_with_them_before(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("newest-sealed.json"), "{}");
        forgetThatThereAreKeyedHashes();

        start(folder.toString());

        assertThat(notOurs()).hasSize(2);
        start(""); // for the other tests
    }
}
