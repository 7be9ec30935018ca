package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Another master key: all that was encrypted can be read as before, and the old key opens nothing any more. */
@ExtendWith(RunningCallout.class)
class RotateKeyIT {

    @TempDir
    Path folder;

    @Test
    void reads_everything_with_the_new_key_and_nothing_with_the_old_one(RunningCallout callout) throws Exception {
        var published = Files.writeString(
                folder.resolve("checkpoint.json"),
                Caller.of(callout)
                        .as("auditor")
                        .post("/api/v1/audit/checkpoints", Map.of())
                        .expect(200)
                        .text());
        var source = Restored.in(callout.dataFolder(), callout.dataFolder().resolve("master.key"));
        var backup = folder.resolve("callout.zip");
        source.does("backup", backup.toString());
        var before =
                Restored.in(folder.resolve("restored"), callout.dataFolder().resolve("master.key"));
        before.does("restore", backup.toString());
        var between = folder.resolve("between.key");
        var last = Files.writeString(folder.resolve("last.key"), "5a".repeat(32));

        assertThat(before.does("rotate-key", between.toString())).containsPattern("[1-9]\\d* keys of persons");
        assertThat(before.with("CALLOUT_MASTER_KEY_FILE", between.toString()).does("rotate-key", last.toString()))
                .contains("From now on the master key is the one in " + last);

        for (var old : new Restored[] {before, before.with("CALLOUT_MASTER_KEY_FILE", between.toString())}) {
            assertThat(old.ends(1, "status")).contains("The master key is not the one");
            assertThat(old.ends(1, "rotate-key", folder.resolve("x.key").toString()))
                    .contains("nothing was changed");
            assertThat(folder.resolve("x.key")).as("no key that opens nothing").doesNotExist();
        }
        var now = before.with("CALLOUT_MASTER_KEY_FILE", last.toString());
        try (var started = now.started()) {
            var views = now.digests();
            now.does("rebuild", "--all");
            assertThat(now.digests()).as("all events can be read").isEqualTo(views);
            assertThat(now.does("verify-audit", "--checkpoint", published.toString()))
                    .contains("SOUND");
            assertThat(started.signIn("acme-user", RunningCallout.PASSWORD)).isEqualTo(200);
        }
    }

    @Test
    void is_not_taken_from_under_a_product_that_runs(RunningCallout callout) throws Exception {
        var key = callout.dataFolder().resolve("master.key");
        var running = Restored.in(callout.dataFolder(), key);
        assertThat(running.ends(1, "rotate-key", folder.resolve("new.key").toString()))
                .contains("Stop every process of Callout first");
        assertThat(folder.resolve("new.key")).as("no key that opens nothing").doesNotExist();
        assertThat(running.ends(1, "rotate-key", folder.toString())).contains(folder + " is a folder.");
        assertThat(running.ends(1, "rotate-key", key.toString())).contains("is the master key already");
        var wrong = Files.writeString(folder.resolve("wrong.key"), "secret");
        assertThat(running.ends(1, "rotate-key", wrong.toString())).contains("64 hexadecimal digits");
    }
}
