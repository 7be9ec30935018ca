package dev.callout.command.sla;

import dev.callout.api.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in the reader's language what a notice tells of. */
final class NoticeWords {

    private final Locale language;
    private final boolean german;

    private NoticeWords(Locale language) {
        this.language = language;
        german = language == Locale.GERMAN;
    }

    static NoticeWords in(Locale language) {
        return new NoticeWords(language);
    }

    /** "SLA breach (first response, 100 %), SLA warning (resolution, 80 %)": what counts most comes first. */
    String levels(Collection<TicketNews.Line> lines) {
        return lines.stream()
                .sorted((one, other) -> Boolean.compare(other.isBroken(), one.isBroken()))
                .map(line -> level(line) + " (" + promise(line) + ", "
                        + line.reached().percent() + " %)")
                .collect(Collectors.joining(", "));
    }

    private String level(TicketNews.Line line) {
        if (line.isBroken()) {
            return german ? "SLA verletzt" : "SLA breach";
        }
        return german ? "SLA-Warnung" : "SLA warning";
    }

    /** One promise in each line. */
    String promises(Collection<TicketNews.Line> lines) {
        return lines.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(TicketNews.Line line) {
        var due = time(line.reached().dueAt(), line.zone());
        var percent = line.reached().percent();
        if (german) {
            return "%s: zugesagt in %s, %d %% verbraucht, Frist %s: %s"
                    .formatted(promise(line), granted(line), percent, line.isBroken() ? "war" : "ist", due);
        }
        return "%s: promised within %s, %d %% used, %s due: %s"
                .formatted(promise(line), granted(line), percent, line.isBroken() ? "was" : "is", due);
    }

    private String promise(TicketNews.Line line) {
        return switch (line.reached().clock()) {
            case RESPONSE -> german ? "erste Antwort" : "first response";
            case ARRIVAL -> german ? "Ankunft vor Ort" : "arrival on site";
            case RESOLUTION -> german ? "Lösung" : "resolution";
        };
    }

    private String granted(TicketNews.Line line) {
        var target = line.promised();
        return switch (target.unit()) {
            case MINUTES -> hours(target);
            case BUSINESS_MINUTES -> hours(target) + (german ? " Geschäftszeit" : " of business time");
            case BUSINESS_DAYS ->
                target.amount() + " "
                        + (german
                                ? target.amount() == 1 ? "Arbeitstag" : "Arbeitstagen"
                                : target.amount() == 1 ? "business day" : "business days");
        };
    }

    private static String hours(SlaTarget target) {
        var time = Duration.ofMinutes(target.amount());
        var minutes = time.toMinutesPart() + " min";
        if (time.toHours() == 0) {
            return minutes;
        }
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + minutes);
    }

    String assignment() {
        return german
                ? "Das Ticket ist jetzt der Person zugewiesen, die laut SLA die Aufsicht hat."
                : "The ticket is assigned to the supervisor of its SLA policy now.";
    }

    /** With the zone as people call it on that day, and by its name where it has another one in the other season. */
    private String time(Instant at, ZoneId zone) {
        var seconds = at.getEpochSecond() % 60 == 0 ? FormatStyle.SHORT : FormatStyle.MEDIUM;
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, seconds)
                .appendPattern(zone.getRules().isFixedOffset() ? " z" : " z '('VV')'")
                .toFormatter(language)
                .format(at.atZone(zone));
    }
}
