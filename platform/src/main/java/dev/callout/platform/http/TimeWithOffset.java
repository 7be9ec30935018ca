package dev.callout.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Takes a point in time only as ISO text with its offset: of a bare number nobody knows whether it means seconds. */
class TimeWithOffset extends StdScalarDeserializer<Instant> {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    TimeWithOffset() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        try {
            var time = OffsetDateTime.parse(parser.getString());
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException notATime) {
            // said below
        }
        throw context.weirdStringException(null, Instant.class, "not a time with offset");
    }
}
