package dev.callout.command.importing;

import dev.callout.command.importing.UnusableLine.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.function.Function;

/** Reads the fields of a ServiceNow export, where {@code ?} means that something is not known. */
record Words(Instant now) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    /** The text without the blanks that exports are padded with, or null if it isn't known. */
    String text(String field, String value, int longest) {
        var text = value == null ? "" : value.strip().replaceAll("\\s+", " ");
        if (text.length() > longest) {
            throw new UnusableLine(Code.TOO_LONG, field + " has more than " + longest + " characters.");
        }
        return text.isEmpty() || text.equals("?") ? null : text;
    }

    ImportedName name(String field, String value, Function<String, ImportedName> kind) {
        var name = text(field, value, 80);
        return name == null ? null : kind.apply(name);
    }

    <T> T known(Map<String, T> words, String value, T unknown, Code refusal) {
        if (value == null || value.equals("?")) {
            return unknown;
        }
        var meaning = words.get(value);
        if (meaning == null) {
            throw new UnusableLine(refusal, "No meaning is settled for: " + value);
        }
        return meaning;
    }

    /** Exports name no zone; their times are taken as UTC. */
    Instant time(String field, String value) {
        if (value == null || value.equals("?")) {
            return null;
        }
        Instant time;
        try {
            time = LocalDateTime.parse(value, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UnusableLine(Code.UNREADABLE_TIME, field + " is no time like 29-02-2016 01:16: " + value);
        }
        if (time.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new UnusableLine(Code.IN_THE_FUTURE, field + " lies in the future: " + value);
        }
        return time;
    }

    Instant requiredTime(String field, String value) {
        var time = time(field, value);
        if (time == null) {
            throw new UnusableLine(Code.UNREADABLE_TIME, field + " is needed and not known.");
        }
        return time;
    }
}
