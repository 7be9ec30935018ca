package dev.callout.platform.http;

import java.text.Normalizer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Takes text in one Unicode form (NFC), and refuses what PostgreSQL and UTF-8 cannot hold: NUL and lone surrogates. */
class CleanText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return clean(super.deserialize(parser, context), context);
    }

    private static String clean(String text, DeserializationContext context) {
        if (text == null) {
            return null;
        }
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw context.weirdStringException(null, String.class, "not storable as text");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The same for the keys of a map. */
    static class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return clean(key, context);
        }
    }
}
