package dev.callout.query.ticket.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The fields of one event, with today's names for the ids in them and the house's wall clock for its times. */
class Told {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.ENGLISH);

    private final Map<String, String> fields;
    private final Map<String, String> names;
    private final ZoneId zone;

    Told(Map<String, String> fields, Map<String, String> names, ZoneId zone) {
        this.fields = fields;
        this.names = names;
        this.zone = zone;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    boolean is(String field) {
        return "true".equals(fields.get(field));
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whom or what an id stands for. */
    String name(String field) {
        var id = fields.get(field);
        return id == null ? "nobody" : names.getOrDefault(id, "somebody unknown");
    }

    /** The number of another ticket. */
    String ticket(String field) {
        return names.getOrDefault(text(field), text(field));
    }

    /** What a policy is called today, and which version it was. */
    String policy() {
        return names.getOrDefault(text("policyId"), text("policyId")) + ", version " + text("policyVersion");
    }

    /** A time as people say it: Mon 2 Mar 2026, 17:00 CET. */
    String moment(String field) {
        return has(field) ? MOMENT.format(Instant.parse(text(field)).atZone(zone)) : "";
    }

    /** A constant as people say it: {@code PENDING_PARTS} is pending parts. */
    String words(String field) {
        return text(field).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The field after a colon, nothing where it is missing. */
    String because(String field) {
        return text(field).isBlank() ? "" : ": " + text(field).strip().replaceAll("\\.+$", "");
    }

    /** A person, a team, or a person of a team. */
    String assignee(String person, String team) {
        if (!has(person)) {
            return has(team) ? name(team) : "nobody";
        }
        return name(person) + (has(team) ? " (" + name(team) + ")" : "");
    }
}
