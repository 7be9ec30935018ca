package dev.callout.launcher.importing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits a CSV file (RFC 4180) into rows and never loses one: a line whose quotes don't match is a row of its own with a
 * fault, and reading goes on with the line below it.
 */
final class CsvRows implements Closeable {

    /** How far a quote may reach before it counts as one that is never closed. */
    private static final int LONGEST_ROW = 100_000;

    /**
     * One row, or a line that is none.
     *
     * @param line where it begins in the file
     * @param lines over how many lines it goes
     * @param fields all of them, or those before the fault
     * @param fault what is wrong with its quotes, or null
     */
    record Row(long line, int lines, List<String> fields, String fault) {

        boolean isBlank() {
            return fault == null && fields.stream().allMatch(String::isBlank);
        }
    }

    private final BufferedReader reader;
    private final char separator;
    private final Deque<String> readAhead = new ArrayDeque<>();
    private long line;

    CsvRows(Path file, Charset encoding, char separator) throws IOException {
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding));
        this.separator = separator;
    }

    /**
     * The next row, or null at the end.
     *
     * @param columns how many a row over several lines must have
     * @param keyAt the column whose text tells a row from a line of text, or -1 for none
     */
    Row next(int columns, int keyAt) throws IOException {
        var first = readLine();
        if (first == null) {
            return null;
        }
        var begin = ++line;
        var text = begin == 1 && first.startsWith("\uFEFF") ? first.substring(1) : first;
        var parser = new Parser();
        var more = new ArrayList<String>();
        var length = text.length();
        for (parser.feed(text); parser.isOpen(); ) {
            var next = length > LONGEST_ROW ? null : readLine();
            if (next == null) {
                parser.fault = "A quote opens here and is never closed.";
                break;
            }
            more.add(next);
            length += next.length();
            parser.feed(next);
        }
        if (parser.fault == null
                && !more.isEmpty()
                && (parser.fields.size() != columns || holdsAnotherRow(parser.fields, more, keyAt))) {
            parser.fault = "A quote opens here and closes in another row.";
        }
        if (parser.fault == null) {
            line += more.size();
            return new Row(begin, 1 + more.size(), List.copyOf(parser.fields), null);
        }
        for (var i = more.size() - 1; i >= 0; i--) {
            readAhead.push(more.get(i));
        }
        return new Row(begin, 1, fieldsOf(text), parser.fault);
    }

    /** Whether a line that would belong to a text in quotes is a row itself, with a key that is formed like this one's. */
    private boolean holdsAnotherRow(List<String> fields, List<String> more, int keyAt) {
        return keyAt >= 0
                && more.stream()
                        .map(this::fieldsOf)
                        .anyMatch(line -> line.size() >= fields.size()
                                && shape(line.get(keyAt)).equals(shape(fields.get(keyAt))));
    }

    private static String shape(String key) {
        return key.strip().replaceAll("\\d+", "9").replaceAll("\\p{L}+", "A");
    }

    private List<String> fieldsOf(String text) {
        var alone = new Parser();
        alone.feed(text);
        return List.copyOf(alone.fields);
    }

    private String readLine() throws IOException {
        return readAhead.isEmpty() ? reader.readLine() : readAhead.pop();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Reads one row, line by line. */
    private final class Parser {

        private final List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private boolean quoted;
        private boolean closed;
        private boolean begun;
        private String fault;

        boolean isOpen() {
            return quoted && fault == null;
        }

        void feed(String text) {
            for (var i = 0; i < text.length() && fault == null; i++) {
                take(text.charAt(i));
            }
            if (quoted) {
                field.append('\n');
            } else if (fault == null) {
                endField();
            }
        }

        private void take(char character) {
            if (quoted) {
                if (character == '"') {
                    quoted = false;
                    closed = true;
                } else {
                    field.append(character);
                }
            } else if (character == separator) {
                endField();
            } else if (character == '"' && closed) { // two of them stand for one
                field.append('"');
                quoted = true;
                closed = false;
            } else if (character == '"' && !begun) {
                quoted = true;
                begun = true;
            } else if (closed) {
                fault = "Something follows a closing quote.";
            } else {
                field.append(character);
                begun = true;
            }
        }

        private void endField() {
            fields.add(field.toString());
            field.setLength(0);
            closed = false;
            begun = false;
        }
    }
}
