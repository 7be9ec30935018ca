package dev.callout.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.platform.OnRealPort;
import dev.callout.platform.WillNotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the operator is told when the master key is missing, broken or another database's. */
@OnRealPort
class MasterKeyIT {

    private @Autowired JdbcClient database;
    private @Autowired MasterKey running;
    private @Value("${callout.master-key}") String right;

    @Test
    void gives_the_same_key_for_the_same_purpose_and_another_one_for_another() {
        var same = new MasterKey(right, "", database);

        assertThat(same.derive("one")).hasSize(32).isEqualTo(running.derive("one"));
        assertThat(same.derive("two")).isNotEqualTo(running.derive("one"));
    }

    @Test
    void reads_the_key_file_with_the_line_end_that_an_editor_leaves(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("master.key"), right + "\n");

        assertThat(new MasterKey("", file.toString(), database).derive("one")).isEqualTo(running.derive("one"));
    }

    @Test
    void refuses_another_databases_key() {
        assertThatThrownBy(() -> new MasterKey("ab".repeat(32), "", database))
                .isInstanceOf(WillNotStart.class)
                .hasMessageContaining("not the one");
    }

    @Test
    void refuses_no_key_an_unreadable_one_and_one_of_another_form_without_showing_it() {
        assertThatThrownBy(() -> new MasterKey("", "", database))
                .isInstanceOf(WillNotStart.class)
                .hasMessageContaining("no master key");
        assertThatThrownBy(() -> new MasterKey("", "/no/such/file", database))
                .isInstanceOf(WillNotStart.class)
                .hasMessageContaining("/no/such/file");
        for (var wrong : new String[] {"secret", "ab".repeat(31), "zz".repeat(32)}) {
            assertThatThrownBy(() -> new MasterKey(wrong, "", database))
                    .isInstanceOf(WillNotStart.class)
                    .hasMessageContaining("64 hexadecimal digits")
                    .message()
                    .doesNotContain(wrong);
        }
    }
}
