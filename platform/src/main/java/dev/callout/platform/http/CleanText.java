package dev.callout.platform.http;

import java.text.Normalizer;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Takes text in one Unicode form (NFC), and refuses what PostgreSQL and UTF-8 cannot hold: NUL and lone surrogates. Text
 * of which nothing shows is empty, so that nobody's title is a blank that passes for a word.
 */
class CleanText extends StringDeserializer {

    /** Letters and symbols to Unicode, blanks to the eye: Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

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
        return text.codePoints().anyMatch(CleanText::shows) ? Normalizer.normalize(text, Normalizer.Form.NFC) : "";
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !BLANK_LETTERS.contains(character);
        };
    }

    /** The same for the keys of a map. */
    static class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return clean(key, context);
        }
    }
}
