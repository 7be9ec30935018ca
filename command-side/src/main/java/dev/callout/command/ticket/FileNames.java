package dev.callout.command.ticket;

import dev.callout.platform.http.ProblemException;
import java.text.Normalizer;

/** Cleans the names that files come with, so that they can be shown and downloaded without harm. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** Without path, controls, invisible and direction-changing characters; never empty, hidden or reserved. */
    static String cleaned(String name) {
        if (name == null || name.isBlank()) {
            return "file";
        }
        if (name.chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n')) {
            throw ProblemException.invalid("file", "INVALID_NAME", "the file name must not hold control characters");
        }
        var plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("\\p{C}", "") // controls, zero-width and direction marks
                .replaceAll("(?i)%2e", ".")
                .replaceAll("(?i)%2f|%5c", "/")
                .replace('\\', '/');
        plain = plain.substring(plain.lastIndexOf('/') + 1)
                .replaceAll("[<>:\"|?*;]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (plain.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")) {
            plain = "_" + plain;
        }
        if (plain.length() > LONGEST) {
            var dot = plain.lastIndexOf('.');
            var ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
            plain = plain.substring(0, LONGEST - ending.length()) + ending;
        }
        return plain.isEmpty() ? "file" : plain;
    }
}
