package dev.callout.command.sla;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.exceptions.SerializationException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.callout.platform.audit.Canonical;
import dev.callout.platform.audit.FromBefore;
import dev.callout.platform.audit.KeyedHash;
import dev.callout.platform.audit.KeyedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Optional;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What scheduled tasks remember: deadlines, as JSON with a keyed hash. Nothing that somebody else wrote is read, and
 * nothing is ever read in Java's own form, which can be made to run foreign code.
 */
@Component
class TaskData implements Serializer, DbSchedulerCustomizer, FromBefore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] JAVAS_OWN_FORM = {(byte) 0xAC, (byte) 0xED};
    private static final ObjectInputFilter ONLY_DEADLINES = ObjectInputFilter.Config.createFilter(
            "maxdepth=3;maxbytes=1000000;" + DbSchedulerBinaryDeadlineDetails.class.getName() + ";java.lang.String;!*");

    private final KeyedHash keyed;
    private final JdbcClient db;

    TaskData(KeyedHash keyed, JdbcClient db) {
        this.keyed = keyed;
        this.db = db;
    }

    /** A deadline; what the framework wrote as JSON stands in it as text. */
    private record Deadline(
            String name,
            String scope,
            String scopeType,
            String payload,
            String payloadType,
            String revision,
            String metaData) {

        static Deadline of(DbSchedulerBinaryDeadlineDetails details) {
            return new Deadline(
                    details.getD(),
                    text(details.getS()),
                    details.getSc(),
                    text(details.getP()),
                    details.getPc(),
                    details.getR(),
                    text(details.getM()));
        }

        DbSchedulerBinaryDeadlineDetails details() {
            return new DbSchedulerBinaryDeadlineDetails(
                    name, bytes(scope), scopeType, bytes(payload), payloadType, revision, bytes(metaData));
        }

        private static String text(byte[] json) {
            return json == null ? null : new String(json, UTF_8);
        }

        private static byte[] bytes(String json) {
            return json == null ? null : json.getBytes(UTF_8);
        }
    }

    private static Canonical context() {
        return new Canonical("callout-task-1");
    }

    @Override
    public Optional<Serializer> serializer() {
        return Optional.of(this);
    }

    @Override
    public byte[] serialize(Object data) {
        if (data == null) {
            return null;
        }
        if (data instanceof DbSchedulerBinaryDeadlineDetails deadline) {
            return KeyedJson.close(keyed, context(), JSON.writeValueAsBytes(Deadline.of(deadline)));
        }
        throw new SerializationException("Tasks remember deadlines only, not " + data.getClass(), null);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        if (data == null || type == Void.class) {
            return null;
        }
        try {
            return KeyedJson.open(keyed, context(), data)
                    .map(json -> type.cast(JSON.readValue(json, Deadline.class).details()))
                    .orElseThrow(() -> new SerializationException("A task was written by somebody else.", null));
        } catch (JacksonException | ClassCastException e) {
            throw new SerializationException("A task cannot be read.", e);
        }
    }

    @Override
    public String name() {
        return "tasks";
    }

    /** The one time that Java's own form is read, and then of deadlines only. */
    @Override
    public void takeOver() {
        db.sql("SELECT task_name, task_instance, task_data FROM scheduled_tasks WHERE substr(task_data, 1, 2) = ?")
                .param(JAVAS_OWN_FORM)
                .query((row, number) -> new Old(row.getString(1), row.getString(2), row.getBytes(3)))
                .list()
                .forEach(old -> db.sql(
                                "UPDATE scheduled_tasks SET task_data = ? WHERE task_name = ? AND task_instance = ?")
                        .params(serialize(fromBefore(old.data())), old.task(), old.instance())
                        .update());
    }

    private record Old(String task, String instance, byte[] data) {}

    static Object fromBefore(byte[] data) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(data))) {
            in.setObjectInputFilter(ONLY_DEADLINES);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new SerializationException("A task is no deadline.", e);
        }
    }
}
