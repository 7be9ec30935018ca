package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be restored is refused in one line, and leaves nothing behind. */
@ExtendWith(RunningCallout.class)
class BadBackupsIT {

    private static final String MANIFEST = "manifest.json";

    @TempDir
    Path folder;

    private Path backup;
    private Restored source;
    private Restored target;

    @BeforeEach
    void a_backup(RunningCallout callout) {
        var key = callout.dataFolder().resolve("master.key");
        source = Restored.in(callout.dataFolder(), key);
        target = Restored.in(folder.resolve("target"), key);
        backup = folder.resolve("callout.zip");
        source.does("backup", backup.toString());
    }

    @Test
    void is_never_written_over_another_file() {
        assertThat(source.ends(1, "backup", backup.toString())).contains("exists already");
        assertThat(source.ends(2, "backup")).contains("Usage");
    }

    @Test
    void wants_a_callout_to_save() {
        assertThat(target.ends(1, "backup", folder.resolve("other.zip").toString()))
                .contains("There is no Callout in");
        assertThat(folder.resolve("other.zip")).doesNotExist();
    }

    @Test
    void is_not_just_any_file() throws IOException {
        refuses(folder.resolve("missing.zip"), "no file");
        refuses(Files.writeString(folder.resolve("letter.zip"), "Dear all"), "no backup of Callout");
        refuses(changed("letter", MANIFEST, text -> "Dear all"), "cannot be read");
        assertThat(target.folder()).doesNotExist();
    }

    @Test
    void is_whole() throws IOException {
        var bytes = Files.readAllBytes(backup);
        var half = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refuses(half, "not all of one");
        refuses(changed("missing", "tables/ticket_register.copy", text -> null), "ticket_register");
    }

    @Test
    void has_the_rows_that_were_saved() throws IOException {
        refuses(
                changed("fewer", "tables/ticket_board.copy", text -> text.replaceFirst("[^\n]*\n", "")),
                "ticket_board");
        refuses(changed("other", "tables/ticket_board.copy", text -> text.replaceFirst("HIGH", "URGENT")), "damaged");
        refuses(changed("broken", "tables/credential.copy", text -> text.replaceFirst("\t", "")), "credential");
        target.does("restore", backup.toString()); // and none of them is in the way of the right one
    }

    @Test
    void is_not_from_a_newer_callout() throws IOException {
        refuses(
                changed("schema", MANIFEST, text -> text.replaceFirst("(\"schema\" : )\"\\d+\"", "$1\"999\"")),
                "newer");
        refuses(changed("format", MANIFEST, text -> text.replaceFirst("(\"format\" : )1", "$12")), "newer");
    }

    @Test
    void is_not_restored_without_the_events_that_it_does_not_hold() throws IOException {
        var elsewhere = changed("elsewhere", MANIFEST, text -> text.replace("\"POSTGRES\"", "\"AXON_SERVER\""));
        refuses(elsewhere, "does not hold them");
        var other = target.with("CALLOUT_EVENT_STORE", "axon-server");
        assertThat(other.ends(1, "restore", backup.toString())).contains("holds them", "without CALLOUT_EVENT_STORE");
        assertThat(target.folder()).doesNotExist();
    }

    @Test
    void is_restored_into_an_empty_place_only() {
        target.does("restore", backup.toString());
        refuses(backup, "not empty");
        assertThat(source.ends(1, "restore", backup.toString())).contains("Another Callout is running");
    }

    @Test
    void is_restored_again_after_a_restore_that_was_killed() throws Exception {
        target.onItsTables(connection -> {
            connection.createStatement().execute("CREATE TABLE restore_under_way (version text)");
            connection.createStatement().execute("CREATE TABLE domain_event_entry (global_index bigint)");
        });
        try (var callout = CalloutProcess.start(target.folder(), target.environment())) {
            assertThat(callout.exitCode()).isEqualTo(1);
            assertThat(callout.output())
                    .contains("restore")
                    .contains("broken off")
                    .doesNotContain("Exception");
        }
        assertThat(target.does("restore", backup.toString()))
                .contains("All as it was saved")
                .doesNotContain("INFO", "DEBUG");
    }

    @Test
    void goes_with_its_master_key() throws IOException {
        var noKey =
                target.with("CALLOUT_MASTER_KEY_FILE", folder.resolve("lost").toString());
        assertThat(noKey.ends(1, "restore", backup.toString())).contains("Without the master key");
        var otherKey = target.with("CALLOUT_MASTER_KEY", "ab".repeat(32));
        assertThat(otherKey.ends(1, "restore", backup.toString())).contains("not that of the Callout");
        var noneAtAll = target.with("CALLOUT_MASTER_KEY", "swordfish");
        assertThat(noneAtAll.ends(1, "restore", backup.toString()))
                .contains("64 hexadecimal")
                .doesNotContain("swordfish");
        assertThat(target.folder()).doesNotExist();
    }

    private void refuses(Path file, String why) {
        var said = target.ends(1, "restore", file.toString());
        assertThat(said.lines().reduce((first, second) -> second).orElseThrow()).contains(why);
        assertThat(said).doesNotContain("Exception");
    }

    /** The backup with one entry changed, or left out when nothing is made of it. */
    private Path changed(String name, String entry, UnaryOperator<String> change) throws IOException {
        var file = folder.resolve(name + "-changed.zip");
        try (var from = new ZipFile(backup.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : java.util.Collections.list(from.entries())) {
                var bytes = from.getInputStream(each).readAllBytes();
                var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                var now = each.getName().equals(entry) ? change.apply(text) : text;
                if (now != null) {
                    to.putNextEntry(new ZipEntry(each.getName()));
                    to.write(now.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    to.closeEntry();
                }
            }
        }
        return file;
    }
}
