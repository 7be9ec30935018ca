package dev.callout.query.sla.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.web.util.HtmlUtils;

/**
 * Says of signs that the font of certificates lacks which ones they are, so that nothing somebody wrote is lost on paper
 * or looks like something else. The font has what is written in Latin, Greek and Cyrillic letters. What is written from
 * right to left is named as well: a page that knows no such order would turn it around.
 */
final class Printable {

    static final String FONT = "Liberation Sans";

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final CmapLookup GLYPHS = glyphs();

    private Printable() {}

    static InputStream font() {
        return Printable.class.getResourceAsStream(FILE);
    }

    /** What people wrote is text and nothing else on a page; what no XML may hold is left out. */
    static String html(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}\\uD800-\\uDFFF\\uFFFE\\uFFFF]", " ");
        return HtmlUtils.htmlEscape(of(clean), UTF_8.name());
    }

    /** The text as it was written, with the numbers in Unicode in place of what cannot be printed. */
    static String of(String text) {
        var printed = new StringBuilder();
        var naming = false;
        for (var sign :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (has(sign)) {
                printed.append(naming ? "]" : "").appendCodePoint(sign);
            } else {
                printed.append(naming ? " " : "[").append("U+%04X".formatted(sign));
            }
            naming = !has(sign);
        }
        return printed.append(naming ? "]" : "").toString();
    }

    private static boolean has(int sign) {
        var direction = Character.getDirectionality(sign);
        return GLYPHS.getGlyphId(sign) > 0
                && Character.getType(sign) != Character.FORMAT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static CmapLookup glyphs() {
        try (var file = font();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
