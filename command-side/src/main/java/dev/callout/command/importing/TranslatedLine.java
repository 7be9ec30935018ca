package dev.callout.command.importing;

import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.command.importing.ImportedName.SOURCE;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.command.importing.UnusableLine.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line of ServiceNow means in our words: whom it names, and the commands it becomes. */
final class TranslatedLine {

    /** What a state means; not {@code exact} where it has no equal here. */
    private record Meaning(TicketStatus status, boolean exact) {}

    private static final Map<String, Meaning> STATES = words(Map.ofEntries(
            Map.entry("New", new Meaning(CREATED, true)),
            Map.entry("Active", new Meaning(IN_PROGRESS, true)),
            Map.entry("In Progress", new Meaning(IN_PROGRESS, true)),
            Map.entry("Awaiting User Info", new Meaning(PENDING_CUSTOMER, true)),
            Map.entry("Awaiting Caller", new Meaning(PENDING_CUSTOMER, true)),
            Map.entry("Awaiting Vendor", new Meaning(PENDING_PARTS, true)),
            Map.entry("Awaiting Problem", new Meaning(PENDING_PARTS, false)),
            Map.entry("Awaiting Evidence", new Meaning(PENDING_PARTS, false)),
            Map.entry("Awaiting Change", new Meaning(PENDING_PARTS, false)),
            Map.entry("On Hold", new Meaning(PENDING_PARTS, false)),
            Map.entry("Resolved", new Meaning(RESOLVED, true)),
            Map.entry("Closed", new Meaning(CLOSED, true)),
            Map.entry("Canceled", new Meaning(CANCELLED, true)),
            Map.entry("Cancelled", new Meaning(CANCELLED, true))));

    private static final Map<String, Priority> PRIORITIES = words(
            Map.of(
                    "1 - Critical", Priority.URGENT,
                    "2 - High", Priority.HIGH,
                    "3 - Moderate", Priority.MEDIUM,
                    "4 - Low", Priority.LOW,
                    "5 - Planning", Priority.LOW),
            Priority.values());

    private static final Map<String, Channel> CHANNELS = words(
            Map.ofEntries(
                    Map.entry("IVR", Channel.PHONE),
                    Map.entry("Self service", Channel.WEB_PORTAL),
                    Map.entry("Self-service", Channel.WEB_PORTAL),
                    Map.entry("Web", Channel.WEB_PORTAL),
                    Map.entry("Chat", Channel.CHATBOT),
                    Map.entry("Virtual Agent", Channel.CHATBOT),
                    Map.entry("Walk-in", Channel.WALK_IN),
                    Map.entry("Direct opening", Channel.WALK_IN)),
            Channel.values());

    private static final int LONGEST_NUMBER = 40;

    private final ServiceNowLine line;
    private final Words words;
    private final ImportedName contact;
    private final ImportedName site;
    private final ImportedName openedBy;
    private final ImportedName team;
    private final ImportedName technician;
    private final ImportedName resolver;
    private final ImportTicketState state;

    /** Fails with {@link UnusableLine} if there is anything in the line that can't be told in our words. */
    static TranslatedLine of(ServiceNowLine line, Instant now) {
        return new TranslatedLine(line, now);
    }

    private TranslatedLine(ServiceNowLine line, Instant now) {
        this.line = line;
        words = new Words(now);
        if (words.text("number", line.number(), LONGEST_NUMBER) == null) {
            throw new UnusableLine(Code.MISSING_NUMBER, "No incident is named.");
        }
        contact = words.name("caller_id", line.callerId(), ImportedName::contact);
        site = words.name("location", line.location(), ImportedName::site);
        openedBy = words.name("opened_by", line.openedBy(), ImportedName::supporter);
        team = words.name("assignment_group", line.assignmentGroup(), ImportedName::team);
        technician = words.name("assigned_to", line.assignedTo(), ImportedName::technician);
        resolver = line.resolutionStands()
                ? words.name("resolved_by", line.resolvedBy(), ImportedName::technician)
                : technician;
        state = translated();
    }

    ServiceNowLine line() {
        return line;
    }

    static String ticketId(ServiceNowLine line) {
        return ImportedName.id("TCK-", line.number());
    }

    /** All that must be known before the commands are sent; the customer comes first. */
    List<ImportedName> names() {
        return Stream.of(ImportedName.CUSTOMER, contact, site, openedBy, team, technician, resolver)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    ImportTicketState state() {
        return state;
    }

    /** The same, with its steps taken at a moment that is not before the lines above it. */
    ImportTicketState state(Instant stepAt) {
        return new ImportTicketState(
                state.ticketId(),
                state.source(),
                state.sourceReference(),
                state.sourceLine(),
                state.sourceState(),
                state.status(),
                state.technicianId(),
                state.teamId(),
                state.priority(),
                state.type(),
                state.category(),
                state.subCategory(),
                state.contactId(),
                state.siteId(),
                state.resolvedBy(),
                state.workDone(),
                state.resolvedAt(),
                state.exact(),
                state.occurredAt(),
                stepAt);
    }

    private ImportTicketState translated() {
        var meaning = meaning();
        var status = meaning.status();
        var over = status == RESOLVED || status == CLOSED;
        var occurredAt = occurredAt(status);
        return new ImportTicketState(
                ticketId(line),
                SOURCE,
                line.number(),
                line.position(),
                line.incidentState(),
                status,
                id(technician),
                id(team),
                words.known(PRIORITIES, line.priority(), Priority.MEDIUM, Code.UNKNOWN_PRIORITY),
                TicketType.ISSUE,
                category(),
                words.text("subcategory", line.subcategory(), 100),
                id(contact),
                id(site),
                over ? id(resolver) : null,
                over ? workDone() : null,
                over ? resolvedAt() : null,
                meaning.exact(),
                occurredAt,
                occurredAt);
    }

    /** Lets the history begin; {@code ticketNumber} is what people will call the ticket here. */
    RaiseTicket raise(String ticketNumber) {
        return new RaiseTicket(
                state.ticketId(),
                ticketNumber,
                ImportedName.CUSTOMER.id(),
                state.contactId(),
                state.siteId(),
                id(openedBy),
                title(),
                description(),
                state.type(),
                state.category(),
                state.subCategory(),
                state.priority(),
                state.priority(),
                words.known(CHANNELS, line.contactType(), Channel.PHONE, Code.UNKNOWN_CONTACT_TYPE),
                words.text("cmdb_ci", line.cmdbCi(), 200),
                null,
                null,
                null,
                openedAt());
    }

    /** What is on hold waits for what its reason says, if it gives one. */
    private Meaning meaning() {
        if (line.incidentState() == null) {
            throw new UnusableLine(Code.UNKNOWN_STATE, "The state is needed and not known.");
        }
        var meaning = line.status() == null
                ? words.known(STATES, line.incidentState(), null, Code.UNKNOWN_STATE)
                : new Meaning(line.status(), true);
        if (line.incidentState().equalsIgnoreCase("On Hold") && line.status() == null && line.holdReason() != null) {
            meaning = STATES.getOrDefault(line.holdReason(), meaning);
        }
        var isAssigned = team != null || technician != null;
        return meaning.status() == CREATED && isAssigned ? new Meaning(ASSIGNED, meaning.exact()) : meaning;
    }

    private Instant occurredAt(TicketStatus status) {
        var closedAt = status.isOver() ? words.time("closed_at", line.closedAt()) : null;
        return closedAt == null ? words.requiredTime("sys_updated_at", line.sysUpdatedAt()) : closedAt;
    }

    /** An earlier resolution has no time of its own in the export but that of its row. */
    private Instant resolvedAt() {
        return line.resolutionStands()
                ? words.time("resolved_at", line.resolvedAt())
                : words.requiredTime("sys_updated_at", line.sysUpdatedAt());
    }

    private String workDone() {
        var code = words.text("closed_code", line.closedCode(), 100);
        return "Resolved in " + SOURCE + (code == null ? "." : " with " + code + ".");
    }

    private String category() {
        var category = words.text("category", line.category(), 60);
        return category == null ? "OTHER" : category;
    }

    private String description() {
        var origin = "Taken over from " + SOURCE + ", incident " + line.number() + ".";
        var description = words.lines("description", line.description(), 19_000);
        return description == null ? origin : description + "\n\n" + origin;
    }

    /** Ends with the old number, so that people find the ticket by it. */
    private String title() {
        var shortDescription = words.text("short_description", line.shortDescription(), 1_000);
        var told = shortDescription != null
                ? shortDescription
                : Stream.of(
                                words.text("u_symptom", line.symptom(), 60),
                                words.text("category", line.category(), 60),
                                words.text("subcategory", line.subcategory(), 100))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return told.isEmpty()
                ? "Incident " + line.number()
                : told.substring(0, Math.min(told.length(), 155)) + " (" + line.number() + ")";
    }

    /** Times of one row or of the rows before it that can't all be true, so that nothing is counted by them. */
    void requireTimesAgree(Instant raisedAt, Instant before, boolean wasOpen) {
        var resolvedAt = state.resolvedAt();
        var endedAt = state.status().isOver() ? state.occurredAt() : resolvedAt;
        if (endedAt == null) {
            return;
        }
        refuseWhen(endedAt.isBefore(raisedAt), "It ended (" + endedAt + ") before it was opened (" + raisedAt + ").");
        refuseWhen(
                resolvedAt != null && resolvedAt.isBefore(raisedAt),
                "It was resolved (" + resolvedAt + ") before it was opened (" + raisedAt + ").");
        refuseWhen(
                resolvedAt != null && endedAt.isBefore(resolvedAt),
                "It was closed (" + endedAt + ") before it was resolved (" + resolvedAt + ").");
        refuseWhen(
                wasOpen && before != null && endedAt.isBefore(before),
                "It ended (" + endedAt + ") before the row above it (" + before + "), which says it was open.");
    }

    private static void refuseWhen(boolean contradiction, String reason) {
        if (contradiction) {
            throw new UnusableLine(Code.TIMES_CONTRADICT, reason);
        }
    }

    Instant openedAt() {
        return words.requiredTime("opened_at", line.openedAt());
    }

    private static <T> Map<String, T> words(Map<String, T> theirs) {
        var words = new TreeMap<String, T>(String.CASE_INSENSITIVE_ORDER);
        words.putAll(theirs);
        return words;
    }

    /** Our own words mean themselves: a mapping may have put them in already. */
    private static <E extends Enum<E>> Map<String, E> words(Map<String, E> theirs, E[] ours) {
        var words = words(theirs);
        for (var word : ours) {
            words.put(word.name(), word);
        }
        return words;
    }

    private static String id(ImportedName name) {
        return name == null ? null : name.id();
    }
}
