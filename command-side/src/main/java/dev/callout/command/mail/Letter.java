package dev.callout.command.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail that is to be written.
 *
 * @param template which text; there is one in each language under {@code /mail}
 * @param personId whose personal data this is: the account or contact it goes to
 * @param secret whether the text must be gone once it is sent, as with one-time links
 * @param about whom the text tells of, if not of the one it goes to: it is sealed with their key, and goes with it
 * @param words what goes into the gaps of the text
 */
public record Letter(
        String template,
        String language,
        String personId,
        String recipient,
        boolean secret,
        String about,
        Map<String, String> words) {

    /** We write English and German; whoever reads neither gets English. */
    public static Locale spoken(String language) {
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
}
