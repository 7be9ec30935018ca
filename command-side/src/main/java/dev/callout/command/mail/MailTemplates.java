package dev.callout.command.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills the gaps of a text, {@code {{link}}} and the like, with words. Nothing in it is ever run. */
@Component
class MailTemplates {

    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String SUBJECT = "Subject: ";

    MailText fill(String template, String language, Map<String, String> words) {
        var name = "/mail/" + template + "_" + Letter.spoken(language).getLanguage();
        var plain = read(name + ".txt").split("\n\n", 2);
        if (!plain[0].startsWith(SUBJECT) || plain.length != 2) {
            throw new IllegalStateException(name + ".txt begins with its subject and an empty line");
        }
        return new MailText(
                oneLine(fill(plain[0].substring(SUBJECT.length()), words, word -> word)),
                fill(plain[1], words, word -> word),
                fill(read(name + ".html"), words, HtmlUtils::htmlEscape));
    }

    private static String fill(String text, Map<String, String> words, UnaryOperator<String> escape) {
        return GAP.matcher(text).replaceAll(gap -> {
            var word = words.get(gap.group(1));
            if (word == null) {
                throw new IllegalArgumentException("No word for {{" + gap.group(1) + "}}");
            }
            return Matcher.quoteReplacement(escape.apply(word));
        });
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String read(String name) {
        try (var file = MailTemplates.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException(name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
