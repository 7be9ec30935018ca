package dev.callout.command.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.exceptions.SerializationException;
import com.github.kagkarlsson.scheduler.serializer.JavaSerializer;
import dev.callout.platform.audit.KeyedHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.junit.jupiter.api.Test;

/** What scheduled tasks remember is ours, and never Java's own form. */
class TaskDataTest {

    private final TaskData data = new TaskData(new KeyedHash(new byte[32]), null);
    private final DbSchedulerBinaryDeadlineDetails deadline = new DbSchedulerBinaryDeadlineDetails(
            "sla", "{\"id\":\"TCK-1\"}".getBytes(UTF_8), "Scope", "{\"Größe\":1}".getBytes(UTF_8), "Due", null, null);

    @Test
    void comes_back_as_it_was_and_shows_whose_it_is() {
        var written = data.serialize(deadline);

        assertThat(data.deserialize(DbSchedulerBinaryDeadlineDetails.class, written))
                .isEqualTo(deadline);
        assertThat(new String(written, UTF_8)).startsWith("{\"keyedHash\":").contains("TCK-1");
        assertThat(data.serialize(null)).isNull();
        assertThat(data.deserialize(Void.class, null)).isNull();
    }

    @Test
    void is_not_read_when_somebody_else_wrote_or_changed_it() {
        var changed = new String(data.serialize(deadline), UTF_8)
                .replace("TCK-1", "TCK-2")
                .getBytes(UTF_8);
        var foreign = new TaskData(new KeyedHash(new byte[] {1}), null).serialize(deadline);
        var javas = new JavaSerializer().serialize(deadline);

        for (var written : List.of(changed, foreign, javas, "{}".getBytes(UTF_8))) {
            assertThatThrownBy(() -> data.deserialize(DbSchedulerBinaryDeadlineDetails.class, written))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void is_taken_over_from_an_older_product_if_it_is_a_deadline_and_nothing_else() {
        assertThat(TaskData.fromBefore(new JavaSerializer().serialize(deadline)))
                .isEqualTo(deadline);

        for (var other : List.of(new ArrayList<>(List.of("one")), new HashMap<>(), 1)) {
            var written = new JavaSerializer().serialize(other);
            assertThatThrownBy(() -> TaskData.fromBefore(written))
                    .isInstanceOf(SerializationException.class)
                    .hasRootCauseInstanceOf(java.io.InvalidClassException.class);
        }
    }
}
