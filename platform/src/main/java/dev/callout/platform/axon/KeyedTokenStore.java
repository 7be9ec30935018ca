package dev.callout.platform.axon;

import dev.callout.platform.audit.KeyedTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** The framework's store of positions, with keyed hashes: a processor does not go on from where somebody else put it. */
class KeyedTokenStore extends JdbcTokenStore {

    private final KeyedTokens keyed;
    private final Closing closing;

    /** {@code closing} is what the builder got as its serializer. */
    KeyedTokenStore(Builder builder, KeyedTokens keyed, Closing closing) {
        super(builder);
        this.keyed = keyed;
        this.closing = closing;
    }

    @Override
    protected PreparedStatement storeUpdate(Connection connection, TrackingToken token, String processor, int segment)
            throws SQLException {
        closing.writes(processor, segment);
        return super.storeUpdate(connection, token, processor, segment);
    }

    @Override
    protected void updateToken(Connection connection, ResultSet row, TrackingToken token, String processor, int segment)
            throws SQLException {
        closing.writes(processor, segment);
        super.updateToken(connection, row, token, processor, segment);
    }

    @Override
    protected TrackingToken insertTokenEntry(Connection connection, TrackingToken token, String processor, int segment)
            throws SQLException {
        closing.writes(processor, segment);
        return super.insertTokenEntry(connection, token, processor, segment);
    }

    @Override
    protected AbstractTokenEntry<?> readTokenEntry(ResultSet row) throws SQLException {
        var processor = row.getString("processor_name");
        var segment = row.getInt("segment");
        var token = row.getBytes("token");
        return new GenericTokenEntry<>(
                token == null ? null : opened(processor, segment, token),
                row.getString("token_type"),
                row.getString("time_stamp"),
                row.getString("owner"),
                processor,
                segment,
                byte[].class);
    }

    private byte[] opened(String processor, int segment, byte[] token) {
        return keyed.open(processor, segment, token)
                .orElseThrow(() -> new IllegalStateException("The position of processor " + processor + ", segment "
                        + segment + ", was written by somebody else. It does not go on from there: docs/audit.md says"
                        + " what to do."));
    }

    /** Writes positions, each with the keyed hash for its place. */
    static final class Closing implements Serializer {

        private record Place(String processor, int segment) {}

        private final Serializer plain;
        private final KeyedTokens keyed;
        private final ThreadLocal<Place> place = new ThreadLocal<>();

        Closing(Serializer plain, KeyedTokens keyed) {
            this.plain = plain;
            this.keyed = keyed;
        }

        private void writes(String processor, int segment) {
            place.set(new Place(processor, segment));
        }

        @Override
        public <T> SerializedObject<T> serialize(Object token, Class<T> form) {
            var json = plain.serialize(token, byte[].class);
            var closed = keyed.close(place.get().processor(), place.get().segment(), json.getData());
            return new SimpleSerializedObject<>(form.cast(closed), form, json.getType());
        }

        @Override
        public <T> boolean canSerializeTo(Class<T> form) {
            return form == byte[].class;
        }

        @Override
        public <S, T> T deserialize(SerializedObject<S> token) {
            return plain.deserialize(token);
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            return plain.classForType(type);
        }

        @Override
        public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
            return plain.typeForClass(type);
        }

        @Override
        public Converter getConverter() {
            return plain.getConverter();
        }
    }
}
